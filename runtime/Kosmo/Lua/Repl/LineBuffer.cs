using System.Globalization;

namespace Kosmo.Lua.Repl;

/// <summary>A line while it is edited. The cursor stands between characters as a person sees them, never inside one.</summary>
internal sealed class LineBuffer
{
    /// <summary>The line.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Where the next character goes: an index into <see cref="Text"/>.</summary>
    public int Cursor { get; private set; }

    /// <summary>The text before the cursor.</summary>
    public string BeforeCursor => Text[..Cursor];

    /// <summary>Replaces the line; the cursor goes to its end.</summary>
    public void Set(string text)
    {
        Text = text;
        Cursor = text.Length;
    }

    public void Insert(string text)
    {
        Text = Text.Insert(Cursor, text);
        Cursor += text.Length;
    }

    public void MoveLeft() => Cursor = Previous();

    public void MoveRight() => Cursor = Next();

    public void MoveToStart() => Cursor = 0;

    public void MoveToEnd() => Cursor = Text.Length;

    public void MoveWordLeft() => Cursor = WordStart();

    public void MoveWordRight()
    {
        while (Cursor < Text.Length && !IsWordPart(Text[Cursor]))
        {
            Cursor++;
        }

        while (Cursor < Text.Length && IsWordPart(Text[Cursor]))
        {
            Cursor++;
        }
    }

    public void DeleteBefore() => Delete(Previous(), Cursor);

    public void DeleteAfter() => Delete(Cursor, Next());

    public void DeleteToStart() => Delete(0, Cursor);

    public void DeleteToEnd() => Delete(Cursor, Text.Length);

    public void DeleteWordBefore() => Delete(WordStart(), Cursor);

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c == '_' || char.IsSurrogate(c);

    private void Delete(int start, int end)
    {
        Text = Text.Remove(start, end - start);
        Cursor = start;
    }

    private int Next() => Cursor + StringInfo.GetNextTextElementLength(Text, Cursor);

    private int Previous()
    {
        // Characters are found from the start of the text only.
        var previous = 0;
        for (var next = 0; next < Cursor; next += StringInfo.GetNextTextElementLength(Text, next))
        {
            previous = next;
        }

        return previous;
    }

    private int WordStart()
    {
        var start = Cursor;
        while (start > 0 && !IsWordPart(Text[start - 1]))
        {
            start--;
        }

        while (start > 0 && IsWordPart(Text[start - 1]))
        {
            start--;
        }

        return start;
    }
}
