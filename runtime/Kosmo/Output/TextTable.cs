using System.Text;

namespace Kosmo.Output;

/// <summary>
/// A table in lines of text. On a narrow terminal its widest columns are wrapped, and where that is not enough each row is a
/// list; elsewhere nothing is cut.
/// </summary>
internal sealed class TextTable(params string[] headers)
{
    private const int NarrowestColumn = 12;

    private readonly List<string[]> _rows = [];

    public void Add(params string[] cells) => _rows.Add(cells);

    public void Print(Terminal terminal) => Print(terminal.Output, terminal.Width, terminal.OutputStyle);

    public void Print(TextWriter output, int? width, Style style)
    {
        var widths = Widths(width);
        if (width < WidthOf(widths))
        {
            PrintLists(output, width.Value, style);
            return;
        }

        var rule = $"+{string.Join('+', widths.Select(static column => new string('-', column + 2)))}+";
        output.WriteLine(rule);
        PrintRow(output, widths, headers, style.Bold);
        output.WriteLine(rule);
        foreach (var row in _rows)
        {
            PrintRow(output, widths, row, static cell => cell);
        }

        output.WriteLine(rule);
    }

    private int[] Widths(int? width)
    {
        int[] widths = [.. headers.Select((header, column) => _rows.Select(row => LongestLine(row[column])).Append(header.Length).Max())];
        if (width is { } available)
        {
            for (var excess = WidthOf(widths) - available; excess > 0; excess--)
            {
                var widest = Array.IndexOf(widths, widths.Max());
                if (widths[widest] <= NarrowestColumn)
                {
                    break;
                }

                widths[widest]--;
            }
        }

        return widths;
    }

    private static int WidthOf(int[] widths) => widths.Sum() + (3 * widths.Length) + 1;

    private void PrintLists(TextWriter output, int width, Style style)
    {
        var indent = headers.Max(static header => header.Length) + 2;
        foreach (var row in _rows)
        {
            for (var column = 0; column < headers.Length; column++)
            {
                var start = style.Bold(headers[column]) + new string(' ', indent - headers[column].Length);
                foreach (var line in Wrap(row[column], Math.Max(NarrowestColumn, width - indent)))
                {
                    output.WriteLine(start + line);
                    start = new string(' ', indent);
                }
            }

            output.WriteLine();
        }
    }

    private static void PrintRow(TextWriter output, int[] widths, string[] cells, Func<string, string> style)
    {
        string[][] lines = [.. cells.Select((cell, column) => Wrap(cell, widths[column]).ToArray())];
        for (var line = 0; line < lines.Max(static cell => cell.Length); line++)
        {
            var text = new StringBuilder("|");
            for (var column = 0; column < widths.Length; column++)
            {
                var part = line < lines[column].Length ? lines[column][line] : "";
                text.Append(' ').Append(style(part)).Append(' ', widths[column] - part.Length).Append(" |");
            }

            output.WriteLine(text);
        }
    }

    private static int LongestLine(string cell) => cell.Split('\n').Max(static line => line.Length);

    private static IEnumerable<string> Wrap(string cell, int width) => cell.Split('\n').SelectMany(line => TextWrap.Lines(line, width));
}
