using System.Text.Encodings.Web;
using Regsosek.Api.Http;
using Regsosek.Api.Partners;

namespace Regsosek.Api.Graph;

/// <summary>GraphiQL for browsers that come to /graphql. All of it is served from here: the page from the binary, GraphiQL and React as they
/// were restored from npm at build; without them the page says how to get them.</summary>
public static class GraphPage
{
    private const string Path = "/graphiql";

    /// <summary>Nothing from elsewhere, no script in the page, no frame around it. GraphiQL sets styles on its own elements.</summary>
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly string Restored = System.IO.Path.Combine(AppContext.BaseDirectory, "graphiql");
    private static readonly Dictionary<string, string> Files = new(StringComparer.Ordinal)
    {
        ["react.production.min.js"] = "text/javascript",
        ["react-dom.production.min.js"] = "text/javascript",
        ["graphiql.min.js"] = "text/javascript",
        ["graphiql.min.css"] = "text/css",
        ["page.js"] = "text/javascript",
        ["page.css"] = "text/css",
    };

    /// <summary>A browser that opens /graphql is shown the page; programs ask for JSON and get answers.</summary>
    public static Task ForBrowsers(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsGet(http.Request.Method) && http.Request.Path == GraphEndpoint.Path
            && Accept.Of(http.Request, "application/json", "application/graphql-response+json", "text/html") is "text/html")
            http.Request.Path = Path;
        return next(http);
    }

    public static void MapGraphPage(this WebApplication app)
    {
        var page = Page(IsRestored, app.Environment.IsDevelopment());
        app.MapGet(Path, (HttpContext http) => Shown(http, page)).WithTags("GraphQL").Named("GraphQLPage", "GraphiQL, for browsers.").Open()
            .WithMetadata(new ContentPolicy(Policy)).ExcludeFromDescription();
        app.MapGet(Path + "/{file}", File).WithTags("GraphQL").Named("GraphQLPageFile", "A file of the page.").Open().Fails(Problems.NotFound)
            .ExcludeFromDescription();
    }

    /// <summary>Whether the build could restore all of GraphiQL.</summary>
    public static bool IsRestored => Files.Keys.Where(name => !name.StartsWith("page.", StringComparison.Ordinal))
        .All(name => System.IO.File.Exists(System.IO.Path.Combine(Restored, name)));

    /// <summary>The page as HTML; in Development with a box for a token of a demo client.</summary>
    public static string Page(bool isRestored, bool isDevelopment)
    {
        if (!isRestored) return Text("missing.html");
        var demo = isDevelopment ? Text("token.html").Replace("<!-- clients -->", Clients(), StringComparison.Ordinal) : "";
        return Text("page.html").Replace("<!-- token -->", demo, StringComparison.Ordinal);
    }

    private static string Clients() => string.Concat(DemoPartners.Read(Hub.Schema).Select(p =>
        $"""<option value="{Html(p.Code)}">{Html(p.Code)} · {Html(p.Name)}</option>"""));

    private static string Html(string text) => HtmlEncoder.Default.Encode(text);

    private static IResult Shown(HttpContext http, string page)
    {
        http.Response.Headers.Vary = "Accept";
        http.Response.Headers.CacheControl = "no-cache";
        return Results.Text(page, "text/html; charset=utf-8");
    }

    private static IResult File(string file, HttpContext http)
    {
        if (!Files.TryGetValue(file, out var type)) return Problems.NotFound;
        http.Response.Headers.CacheControl = "no-cache";
        if (file.StartsWith("page.", StringComparison.Ordinal)) return Results.Text(Text(file), type + "; charset=utf-8");
        var path = System.IO.Path.Combine(Restored, file);
        return System.IO.File.Exists(path)
            ? Results.File(path, type + "; charset=utf-8", lastModified: System.IO.File.GetLastWriteTimeUtc(path))
            : Problems.NotFound;
    }

    private static string Text(string name)
    {
        using var stream = typeof(GraphPage).Assembly.GetManifestResourceStream($"graphiql.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
