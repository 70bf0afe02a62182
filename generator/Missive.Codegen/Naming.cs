using System.Text;

namespace Missive.Codegen;

/// <summary>Turns the manifest's names into those of other languages. The one place that does.</summary>
public static class Naming
{
    private static readonly string[] MembersOfObject = ["Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    /// <summary>What every generated class has already.</summary>
    private static readonly HashSet<string> ReservedProperties = new(
        [
            "Json", "Definition", "Pagination", "Set", "WriteTo", .. MembersOfObject,
            .. new[] { "String", "Integer", "Number", "Boolean", "Timestamp", "Text", "Record", "Object", "Node" }.SelectMany(kind => new[] { $"Get{kind}", $"Get{kind}List", $"Get{kind}Map" }),
            "GetSingle",
        ],
        StringComparer.Ordinal);

    /// <summary>What every generated enum has already.</summary>
    private static readonly HashSet<string> ReservedEnumMembers = new(["Value", "Definition", "Deconstruct", "PrintMembers", .. MembersOfObject], StringComparer.Ordinal);

    /// <summary><c>list_tasks</c> or <c>in progress</c> as <c>ListTasks</c> and <c>InProgress</c>; a leading digit gets the prefix <c>Value</c>.</summary>
    public static string Pascal(string name)
    {
        var text = new StringBuilder(name.Length);
        var startsWord = true;
        foreach (var c in name)
        {
            var isLetterOrDigit = c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
            if (isLetterOrDigit)
            {
                text.Append(startsWord ? char.ToUpperInvariant(c) : c);
            }

            startsWord = !isLetterOrDigit;
        }

        return text.Length > 0 && text[0] is >= 'A' and <= 'Z' ? text.ToString() : "Value" + text;
    }

    /// <summary>The C# name of a group, which the client facade has as a property: <c>contact_books</c> as <c>ContactBooks</c>, with <c>Value</c> added where every object has that name.</summary>
    public static string Group(string name)
    {
        var pascal = Pascal(name);
        return MembersOfObject.Contains(pascal, StringComparer.Ordinal) ? pascal + "Value" : pascal;
    }

    /// <summary>The C# property for a parameter or field: <c>due_at</c> as <c>DueAt</c>, with <c>Value</c> added where the class has that name itself.</summary>
    public static string Property(string name, string owner)
    {
        var pascal = Pascal(name);
        return ReservedProperties.Contains(pascal) || string.Equals(pascal, owner, StringComparison.Ordinal) ? pascal + "Value" : pascal;
    }

    /// <summary>The C# name of an enum's value: <c>in progress</c> as <c>InProgress</c>, with <c>Value</c> added where the type has that name itself.</summary>
    public static string EnumMember(string value, string owner)
    {
        var pascal = Pascal(value);
        return ReservedEnumMembers.Contains(pascal) || string.Equals(pascal, owner, StringComparison.Ordinal) ? pascal + "Value" : pascal;
    }

    /// <summary><c>list_tasks</c> as <c>listTasks</c>.</summary>
    public static string Camel(string name)
    {
        var pascal = Pascal(name);
        return char.ToLowerInvariant(pascal[0]) + pascal.Substring(1);
    }

    /// <summary><c>task_id</c> as <c>task-id</c>.</summary>
    public static string Kebab(string name) => name.Replace('_', '-');
}
