using Regsosek.Api.Partners;

namespace Regsosek.Api.Verbs;

/// <summary>Tells a person at the console where to go next.</summary>
public static class Welcome
{
    public static void Print(WebApplication app)
    {
        var url = app.Urls.First();
        if (!app.Environment.IsDevelopment())
        {
            app.Logger.LogInformation("The hub listens on {Url}", url);
            return;
        }

        Console.WriteLine($"The hub listens on {url}");
        Console.WriteLine($"""

              Try it      {url}/swagger   (Authorize with client kemensos, secret kemensos-demo)
              A token     curl -d grant_type=client_credentials -d client_id=kemensos -d client_secret=kemensos-demo {url}/connect/token
              REST        curl -H "Authorization: Bearer $TOKEN" "{url}/api/v1/households?limit=2"
              GraphQL     {url}/graphql   (in a browser a page to try it, for programs POST)
              Partners    {string.Join(' ', DemoPartners.Read(Hub.Schema).Select(p => p.Code))}
                          (each client's secret is its id followed by -demo)

            """);
    }
}
