using System.Collections;
using Missive.Codegen.Model;
using Scriban;
using Scriban.Runtime;
using SourceSpan = Scriban.Parsing.SourceSpan;

namespace Missive.Codegen.Emit.Views;

/// <summary>
/// What a template reads of a thing. A member is made when it is first asked for: a template reads few of the many
/// that there are. One that is not there is an error of the template.
/// </summary>
internal abstract class View : IScriptObject
{
    public abstract int Count { get; }

    /// <summary>What the view shows, for the functions of templates that take the whole of it.</summary>
    public abstract object Subject { get; }

    public bool IsReadOnly
    {
        get => true;
        set => throw new NotSupportedException();
    }

    /// <summary>A group of values that are known already.</summary>
    public static ScriptObject Of(params (string Name, object? Value)[] members)
    {
        var group = new ScriptObject(members.Length, true, StringComparer.Ordinal);
        foreach (var (name, value) in members)
        {
            group.SetValue(name, value, readOnly: true);
        }

        return group;
    }

    public static ScriptArray List<T>(EquatableArray<T> items, Func<T, object?> view)
    {
        var list = new ScriptArray(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            list.Add(view(items[i]));
        }

        return list;
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

    /// <summary>Views that are made each time one is asked for and not kept: a long list of them takes more memory than what it shows.</summary>
    public static IList Passing<T>(IReadOnlyList<T> items, Func<T, object?> view) => new PassingList<T>(items, view);

    public static ScriptArray Texts(IEnumerable<string> texts) => List(texts, text => text);

    public static ScriptArray Names(EquatableArray<Reference> references) => List(references, r => r.Name);

    public abstract IEnumerable<string> GetMembers();

    public abstract bool Contains(string member);

    public abstract bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? value);

    public bool CanWrite(string member) => false;

    public bool TrySetValue(TemplateContext? context, SourceSpan span, string member, object? value, bool readOnly) => false;

    public bool Remove(string member) => false;

    public void SetReadOnly(string member, bool readOnly)
    {
    }

    public IScriptObject Clone(bool deep) => this;
}

/// <summary>A member of a view.</summary>
/// <param name="name">The name that templates use.</param>
/// <param name="value">Makes its value.</param>
internal sealed class ViewMember<T>(string name, Func<T, object?> value)
{
    public string Name => name;

    public Func<T, object?> Value => value;
}

/// <summary>The members of one kind of view.</summary>
/// <typeparam name="T">What the view shows.</typeparam>
internal sealed class ViewShape<T>
    where T : notnull
{
    private readonly Dictionary<string, int> _places;
    private readonly ViewMember<T>[] _members;

    public ViewShape(params ViewMember<T>[] members)
    {
        _members = members;
        _places = new(members.Length, StringComparer.Ordinal);
        for (var i = 0; i < members.Length; i++)
        {
            _places.Add(members[i].Name, i);
        }
    }

    /// <summary>A shape with more members.</summary>
    public ViewShape<T> With(params ViewMember<T>[] members) => new([.. _members, .. members]);

    /// <summary>The view of <paramref name="subject"/>.</summary>
    public View Of(T subject) => new ViewOf(this, subject);

    private sealed class ViewOf(ViewShape<T> shape, T subject) : View
    {
        private readonly object?[] _values = new object?[shape._members.Length];

        public override int Count => _values.Length;

        public override object Subject => subject;

        public override IEnumerable<string> GetMembers() => shape._places.Keys;

        public override bool Contains(string member) => shape._places.ContainsKey(member);

        public override bool TryGetValue(TemplateContext? context, SourceSpan span, string member, out object? value)
        {
            if (!shape._places.TryGetValue(member, out var place))
            {
                value = null;
                return false;
            }

            value = _values[place] ??= shape._members[place].Value(subject);
            return true;
        }
    }
}
