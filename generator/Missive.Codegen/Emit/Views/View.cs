using Missive.Codegen.Model;
using Scriban.Runtime;

namespace Missive.Codegen.Emit.Views;

/// <summary>Makes the objects that templates read. A member that a view does not list is an error of the template.</summary>
internal static class View
{
    public static ScriptObject Of(params (string Name, object? Value)[] members)
    {
        var view = new ScriptObject(members.Length, true, StringComparer.Ordinal);
        foreach (var (name, value) in members)
        {
            view.SetValue(name, value, readOnly: true);
        }

        return view;
    }

    public static ScriptArray List<T>(IEnumerable<T> items, Func<T, object?> view)
    {
        var list = new ScriptArray();
        foreach (var item in items)
        {
            list.Add(view(item));
        }

        return list;
    }

    public static ScriptArray Texts(IEnumerable<string> texts) => List(texts, text => text);

    public static ScriptArray Names(EquatableArray<Reference> references) => List(references, r => r.Name);
}
