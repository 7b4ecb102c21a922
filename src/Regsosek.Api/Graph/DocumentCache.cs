using System.Collections.Concurrent;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Regsosek.Api.Graph;

/// <summary>A document that the schema fits: its tree, and what can be written straight from rows. Nothing in it belongs to a caller,
/// and nothing about access was decided when it was made.</summary>
internal sealed record KnownDocument(string Hash, string Text, GraphQLDocument Tree, IReadOnlyDictionary<GraphQLField, RowPlan> Plans)
{
    /// <summary>What else follows from a field of the document, whoever asks.</summary>
    public ConcurrentDictionary<GraphQLField, object> Kept { get; } = new();

    public static KnownDocument Of(string hash, string text, GraphQLDocument tree, ISchema schema) =>
        new(hash, text, tree, RowPlans.Of(tree, schema));
}

/// <summary>Documents that were valid, so that the next request with the same one is neither parsed nor validated again. Each client has
/// his own: what one has asked can't be found out by another, nor pushed out by him. The least used go when there are too many.</summary>
internal sealed class DocumentCache
{
    private readonly ConcurrentDictionary<string, OfClient> _clients = new();

    public KnownDocument? Find(string client, string hash) => _clients.TryGetValue(client, out var own) ? own.Find(hash) : null;

    public void Keep(string client, KnownDocument document)
    {
        if (document.Text.Length <= GraphLimits.KeptCharacters / 2) _clients.GetOrAdd(client, _ => new()).Keep(document);
    }

    /// <summary>Two halves: what is used moves to the young one; when that is full it becomes the old one, and the old one goes.</summary>
    private sealed class OfClient
    {
        private readonly Lock _turn = new();
        private Dictionary<string, KnownDocument> _young = [], _old = [];
        private int _characters;

        public KnownDocument? Find(string hash)
        {
            lock (_turn)
            {
                if (_young.TryGetValue(hash, out var known)) return known;
                if (_old.Remove(hash, out known)) Add(known);
                return known;
            }
        }

        public void Keep(KnownDocument document)
        {
            lock (_turn)
            {
                _old.Remove(document.Hash);
                if (!_young.ContainsKey(document.Hash)) Add(document);
            }
        }

        private void Add(KnownDocument document)
        {
            if (_young.Count >= GraphLimits.KeptDocuments / 2 || _characters + document.Text.Length > GraphLimits.KeptCharacters / 2)
                (_old, _young, _characters) = (_young, [], 0);
            _young.Add(document.Hash, document);
            _characters += document.Text.Length;
        }
    }
}
