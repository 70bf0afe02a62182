namespace Missive.Lua;

/// <summary>What <c>docs.list</c>, <c>docs.search</c> and <c>docs.read</c> answer.</summary>
public interface ILuaDocumentation
{
    /// <summary>The pages that there are.</summary>
    /// <returns>Text.</returns>
    string List();

    /// <summary>Looks for functions.</summary>
    /// <param name="query">Words.</param>
    /// <returns>Text: a line for each function found; empty when there is none.</returns>
    string Search(string query);

    /// <summary>Reads a page.</summary>
    /// <param name="page">The page's name; empty for the index.</param>
    /// <returns>The page's text.</returns>
    /// <exception cref="KeyNotFoundException">There is no such page; the script receives the message.</exception>
    string Read(string page);
}
