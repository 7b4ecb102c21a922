using System.Reflection;
using Regsosek.Api.Classification;
using Regsosek.Api.Rules;

namespace Regsosek.Api.Http;

/// <summary>Every error the hub gives, once. The catalogue as a file is schema/problems.json.</summary>
public static class Problems
{
    public static readonly Problem TokenMissing = new(401, "token-missing", "A token is needed");
    public static readonly Problem TokenInvalid = new(401, "token-invalid", "The token is not accepted");
    public static readonly Problem ScopeMissing = new(403, "scope-missing", "The token has not the scope this needs");
    public static readonly Problem AgreementNotInForce = new(403, "agreement-not-in-force", "No data-sharing agreement is in force for this client");
    public static readonly Problem ClientSuspended = new(403, "client-suspended", "The client is suspended");
    public static readonly Problem PurposeNotAgreed = new(403, "purpose-not-agreed", "The agreement does not name this purpose");
    public static readonly Problem ProgrammeNotGranted = new(403, "programme-not-granted", "The agreement does not name this programme");
    public static readonly Problem ProgrammeNotOwned = new(403, "programme-not-owned", "The programme is another institution's");
    public static readonly Problem HttpsRequired = new(403, "https-required", "The hub answers over HTTPS only");
    public static readonly Problem OwnAgreement = new(403, "own-agreement", "Nobody changes the agreement he acts under");
    public static readonly Problem PurposeRequired = new(400, "purpose-required", "The token request must name one purpose of the agreement");
    public static readonly Problem EndUserRequired = new(400, "end-user-required", "The agreement asks for X-End-User on every call");
    public static readonly Problem FieldNotGranted = new(403, "field-not-granted", "The agreement does not grant a field that was named");
    public static readonly Problem UnknownParameter = new(400, "unknown-parameter", "A parameter is not known here");
    public static readonly Problem InvalidParameter = new(400, "invalid-parameter", "A parameter has a value that is not allowed");
    public static readonly Problem UnknownDimension = new(400, "unknown-dimension", "Families are not counted by this dimension");
    public static readonly Problem InvalidCursor = new(400, "invalid-cursor", "The cursor does not belong to this client and query");
    public static readonly Problem InvalidBody = new(400, "invalid-body", "The body can't be read");
    public static readonly Problem InvalidQuery = new(400, "invalid-query", "The GraphQL query can't be run");
    public static readonly Problem QueryTooCostly = new(400, "query-too-costly", "The GraphQL query asks for too much at once");
    public static readonly Problem PersonInAddress = new(400, "person-in-address", "What may name a person goes into a body, never into an address");
    public static readonly Problem UnknownDocument = new(404, "unknown-document", "No document of this id is known; send its text with it once");
    public static readonly Problem DocumentNotListed = new(403, "document-not-listed", "The client runs listed documents only, and this is none");
    public static readonly Problem NotFound = new(404, "not-found", "No such record for you");
    public static readonly Problem NothingRanked = new(404, "nothing-ranked", "No run has ranked the families yet");
    public static readonly Problem NothingDelivered = new(404, "nothing-delivered", "Nobody has delivered who receives this programme yet");
    public static readonly Problem NothingAssessed = new(404, "nothing-assessed", "Errors of targeting of this programme and period have not been counted yet");
    public static readonly Problem NoSuchRoute = new(404, "no-such-route", "There is nothing at this address");
    public static readonly Problem MethodNotAllowed = new(405, "method-not-allowed", "The address does not take this method");
    public static readonly Problem NotAcceptable = new(406, "not-acceptable", "None of the asked media types can be given");
    public static readonly Problem ApprovalRequired =
        new(403, "approval-required", "A change that allows more is drafted, and approved by a second principal");
    public static readonly Problem SecondPrincipal = new(403, "second-principal", "A draft is approved by somebody other than its author");
    public static readonly Problem DraftOpen = new(409, "draft-open", "The agreement has an open draft already");
    public static readonly Problem Conflict = new(409, "agreement-changed", "The agreement was changed by somebody else");
    public static readonly Problem ModelPublished = new(409, "model-published", "A published model never changes; a correction is a new version");
    public static readonly Problem ModelChanged = new(409, "model-changed", "The draft was changed by somebody else");
    public static readonly Problem ModelRefused = new(422, "model-refused", "The document is no scoring model");
    public static readonly Problem ModelUnusable = new(422, "model-unusable", "No run can be made by this model");
    public static readonly Problem ProgrammePublished = new(409, "programme-published", "A published version never changes; a correction is a new version");
    public static readonly Problem ProgrammeChanged = new(409, "programme-changed", "The draft was changed or decided by somebody else");
    public static readonly Problem ProgrammeRefused = new(422, "programme-refused", "The document is no version of this programme");
    public static readonly Problem SimulationRequired = new(409, "simulation-required", "A version is published by a simulation of this very draft, with the ranks in force");
    public static readonly Problem RunOpen = new(409, "run-open", "A run of this scope is open already");
    public static readonly Problem RunEnded = new(409, "run-ended", "The run has ended");
    public static readonly Problem RegisterTaken = new(409, "register-taken", "One of the facts is another register's");
    public static readonly Problem FactNotYours = new(403, "fact-not-yours", "No register of this partner sends such a fact");
    public static readonly Problem DeliveryClosed = new(409, "delivery-closed", "A delivery of this name is there, of another file");
    public static readonly Problem DeliveryOpen = new(409, "delivery-open", "The delivery is being sent by somebody else, or its register was declared anew");
    public static readonly Problem TooManyExports = new(409, "too-many-exports", "The client has as many exports as it may; delete one");
    public static readonly Problem ExportWithdrawn = new(410, "export-withdrawn", "The agreement no longer allows what the export holds");
    public static readonly Problem TooManyLists = new(409, "too-many-lists", "The agreement has as many lists as it may; delete one");
    public static readonly Problem ListNotThere = new(409, "list-not-there", "The list is in a state that does not allow it");
    public static readonly Problem StageNotReached = new(409, "stage-not-reached", "The run in force had not reached the accepted stage");
    public static readonly Problem ReceiptDiffers = new(409, "receipt-differs", "The hash is not that of what was given");
    public static readonly Problem ListWithdrawn = new(410, "list-withdrawn", "The agreement no longer allows what the list holds");
    public static readonly Problem NotAssessable = new(409, "not-assessable", "The programme has no rule in force in the period, or nobody has delivered it");
    public static readonly Problem CaseNotYours = new(403, "case-not-yours", "Another institution answers the case");
    public static readonly Problem CaseClosed = new(409, "case-closed", "The case is closed already");
    public static readonly Problem CaseChanged = new(409, "case-changed", "The case was changed by somebody else");
    public static readonly Problem NothingLost = new(409, "nothing-lost", "The programme was not received before, or is received still");
    public static readonly Problem BodyTooLarge = new(413, "body-too-large", "The body is too large");
    public static readonly Problem AddressTooLong = new(414, "address-too-long", "The address is too long");
    public static readonly Problem UnsupportedMediaType = new(415, "unsupported-media-type", "The body is of a type that is not taken here");
    public static readonly Problem RangeNotSatisfiable = new(416, "range-not-satisfiable", "The content has no such range");
    public static readonly Problem BudgetExhausted = new(429, "budget-exhausted", "The agreement's budget of distinct persons is used up");
    public static readonly Problem TooManyRequests = new(429, "too-many-requests", "The client asks too fast");
    public static readonly Problem ServerError = new(500, "server-error", "Something went wrong here");
    public static readonly Problem LogUnavailable = new(503, "access-log-unavailable", "The access log can't be written, so no data is given");
    public static readonly Problem TimedOut = new(503, "timed-out", "The request took too long");

    public static IReadOnlyList<Problem> All { get; } =
        [.. typeof(Problems).GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.FieldType == typeof(Problem))
            .Select(f => (Problem)f.GetValue(null)!)];

    public static Problem Unknown(string parameter, IEnumerable<string> known) => UnknownParameter with
    {
        Detail = $"'{parameter}' is not a parameter of this address.",
        With = new() { ["parameter"] = parameter, ["known"] = known.Order(StringComparer.Ordinal) },
    };

    public static Problem NoDimension(string name, IEnumerable<string> known) => UnknownDimension with
    {
        Detail = $"'{name}' is no dimension.",
        With = new() { ["dimension"] = name, ["known"] = known },
    };

    public static Problem Invalid(string parameter, string says) => InvalidParameter with
    {
        Detail = $"'{parameter}': {says}",
        With = new() { ["parameter"] = parameter },
    };

    public static Problem NotGranted(string field) => FieldNotGranted with
    {
        Detail = $"'{field}' is in a field group the agreement does not grant.",
        With = new() { ["field"] = field },
    };

    public static Problem NotIn(string state) => ListNotThere with { Detail = $"It is {state}.", With = new() { ["state"] = state } };

    public static Problem NotYours(string fact, string heldBy) => FactNotYours with
    {
        Detail = $"'{fact}' is sent by {heldBy}.",
        With = new() { ["fact"] = fact },
    };

    /// <summary>Every fault of a model's document with its JSON pointer.</summary>
    public static Problem Refused(ModelRefusedException refusal) => ModelRefused with { With = new() { ["findings"] = refusal.Findings } };

    /// <param name="refusal">Where in the document, and what is wrong there.</param>
    public static Problem Refused(RuleException refusal) => ProgrammeRefused with
    {
        Detail = refusal.Says,
        With = new() { ["at"] = refusal.At, ["says"] = refusal.Says },
    };

    public static Problem Scope(string scope) => ScopeMissing with { Detail = $"Needed: {scope}.", With = new() { ["scope"] = scope } };
}
