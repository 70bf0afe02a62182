using Kosmo.Output;

namespace Kosmo.CommandLine;

/// <summary>Writes help: paragraphs, headings, and rows of two columns.</summary>
internal sealed class HelpWriter(Terminal terminal)
{
    private const int DefaultWidth = 100;
    private const int NarrowestText = 24;

    private readonly int _width = Math.Min(terminal.Width ?? DefaultWidth, DefaultWidth);

    public void Line(string text) => terminal.Output.WriteLine(text);

    public void Heading(string text)
    {
        Line("");
        Line(terminal.OutputStyle.Bold($"{text}:"));
    }

    public void Paragraph(string text)
    {
        foreach (var line in text.Split('\n').SelectMany(line => TextWrap.Lines(line, _width)))
        {
            Line(line);
        }
    }

    public void Lines(string heading, IReadOnlyList<string> lines)
    {
        if (lines.Count > 0)
        {
            Heading(heading);
            foreach (var line in lines)
            {
                Line($"  {line}");
            }
        }
    }

    public void Rows(string heading, IEnumerable<(string Name, string Text)> rows)
    {
        (string Name, string Text)[] all = [.. rows];
        if (all.Length == 0)
        {
            return;
        }

        Heading(heading);
        var column = all.Max(static row => row.Name.Length) + 4;
        foreach (var (name, text) in all)
        {
            var first = true;
            foreach (var line in TextWrap.Lines(text, Math.Max(NarrowestText, _width - column)))
            {
                Line(first ? $"  {name.PadRight(column - 2)}{line}" : $"{new string(' ', column)}{line}");
                first = false;
            }
        }
    }
}
