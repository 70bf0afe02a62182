namespace Missive.Lua;

/// <summary>The way from the global <c>app</c> to a function.</summary>
internal static class CallPath
{
    private const string App = "app.";

    public static string WithoutApp(string path) => path.StartsWith(App, StringComparison.Ordinal) ? path[App.Length..] : path;
}
