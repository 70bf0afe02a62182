using System.Runtime.CompilerServices;
using Missive.Codegen.Model;

namespace Missive.Codegen.Validation;

/// <summary>
/// The names that a file declares, and those that its texts mention. Kept as long as the file is: an editor checks all
/// files after each key, and all but one are those of before.
/// </summary>
internal sealed class FileNames
{
    private static readonly ConditionalWeakTable<ManifestFile, FileNames> Kept = new();

    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);
    private readonly List<Mention> _mentioned = [];
    private readonly string _path;

    private FileNames(ManifestFile file)
    {
        _path = file.Path;
        switch (file)
        {
            case RootFile root:
                AddRoot(root);
                break;
            case FunctionFile functions:
                foreach (var function in functions.Functions)
                {
                    AddFunction(function);
                }

                break;
            case TypeFile types:
                foreach (var type in types.Types)
                {
                    AddType(type);
                }

                break;
            case GuideFile guide:
                AddGuide(guide);
                break;
        }
    }

    /// <summary>The names of functions, parameters, fields, values and whatever else a text may mean.</summary>
    public IReadOnlyCollection<string> Declared => _declared;

    /// <summary>What looks like a name in the file's texts.</summary>
    public IReadOnlyList<Mention> Mentioned => _mentioned;

    public static FileNames Of(ManifestFile file) => Kept.GetValue(file, static f => new(f));

    private void AddRoot(RootFile root)
    {
        Declare(root.Name);
        Declare(root.Groups.Select(g => g.Name));
        Declare(root.Settings.Select(s => s.Name));
        Declare(root.Auth.Credentials.Select(c => c.Name));
    }

    private void AddFunction(FunctionDefinition function)
    {
        Declare(function.Name);
        Declare(function.Aliases.Select(a => a.Name));
        Declare(function.Response?.Envelope);
        Declare(function.Examples.Select(e => e.Error?.Code));
        Look(function.Description, "the description", function.Name, function.NameSpan, function);
        Look(function.Notes, "the notes", function.Name, function.NameSpan, function);
        foreach (var parameter in function.Parameters)
        {
            Declare(parameter.Envelope);
            AddMember(parameter, function);
        }

        foreach (var field in function.Response?.Adds ?? [])
        {
            AddMember(field, function);
        }
    }

    private void AddType(TypeDefinition type)
    {
        Look(type.Description, "the description", type.Name, type.NameSpan);
        foreach (var field in type.Fields)
        {
            AddMember(field);
        }

        foreach (var value in type.Values)
        {
            Declare(value.Value);
            Look(value.Description, "the description", value.Value, value.Span);
        }

        foreach (var rule in type.Rules)
        {
            Look(rule.Description, "the description of the rule", owner: null, rule.Span);
        }
    }

    private void AddMember(MemberDefinition member, FunctionDefinition? function = null)
    {
        Declare(member.Name);
        Look(member.Description, "the description", member.Name, member.NameSpan, function);
    }

    private void AddGuide(GuideFile guide)
    {
        foreach (var text in guide.Sections.SelectMany(s => s.Content).Select(b => b.Text).Prepend(guide.Introduction).OfType<GuideText>())
        {
            Look(text.Markdown, "the text", owner: null, text.Span);
        }
    }

    private void Declare(IEnumerable<string?> names)
    {
        foreach (var name in names)
        {
            Declare(name);
        }
    }

    private void Declare(string? name)
    {
        if (name is not null)
        {
            _declared.Add(name);
        }
    }

    private void Look(string? text, string part, string? owner, SourceSpan span, FunctionDefinition? function = null)
    {
        // Most texts hold none, and there are many.
        if (text is not null && TextNames.MayBeIn(text))
        {
            _mentioned.AddRange(TextNames.In(text).Distinct().Select(name => new Mention(name, _path, owner is null ? part : $"{part} of '{owner}'", span, function)));
        }
    }
}

/// <summary>What looks like a name in a text.</summary>
/// <param name="Name">The name.</param>
/// <param name="Path">The file.</param>
/// <param name="Owner">Whose text it is.</param>
/// <param name="Span">Where the owner stands.</param>
/// <param name="Function">The function that the text belongs to, if any.</param>
internal sealed record Mention(string Name, string Path, string Owner, SourceSpan Span, FunctionDefinition? Function);
