namespace Regsosek.Tests;

/// <summary>Where the checkout is, for tests about its files.</summary>
public sealed class Folders
{
    public static string Root { get; } = Find();

    /// <summary>Where tests leave what a person may want to look at: pictures of pages, reports.</summary>
    public static string Output { get; } = Path.Combine(Root, "artifacts");

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "Regsosek.Api.sln"))) return at.FullName;
        throw new DirectoryNotFoundException("The checkout was not found above the test binary.");
    }
}
