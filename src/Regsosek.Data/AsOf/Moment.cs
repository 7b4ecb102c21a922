namespace Regsosek.Data.AsOf;

/// <summary>As of when a read is asked: what was in force on a day, as the hub knew it at an instant.</summary>
/// <param name="Day">Day in force; ages and shelf lives are taken on it.</param>
/// <param name="KnownAt">What the hub learned later is left out; UTC.</param>
/// <param name="Named">What was asked, in the words of the parameters: cursors are bound to it and the access log holds it.</param>
public sealed record Moment(DateOnly Day, DateTime KnownAt, string Named);
