using System.Buffers;
using System.Globalization;

namespace Missive.Lua;

/// <summary>
/// JSON text that is being written. The framework's writer escapes characters beyond the first 65,536 even when it is told
/// to escape nothing, and costs twice as much.
/// </summary>
internal sealed class JsonBuffer
{
    private const int IndentWidth = 4;

    // What a buffer may keep for the next value.
    private const int LargestKept = 1 << 20;

    private static readonly SearchValues<byte> Escaped = SearchValues.Create([.. Enumerable.Range(0, 0x20).Select(static c => (byte)c), (byte)'"', (byte)'\\']);

    private byte[] _bytes = new byte[1024];
    private int _depth;
    private bool _isIndented;
    private bool _isFirst;

    /// <summary>The number of bytes written.</summary>
    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    /// <summary>Begins a text.</summary>
    /// <param name="indented">Whether each entry has a line of its own, indented by four blanks.</param>
    public void Start(bool indented)
    {
        if (_bytes.Length > LargestKept)
        {
            _bytes = new byte[1024];
        }

        Length = 0;
        _depth = 0;
        _isIndented = indented;
        _isFirst = true;
    }

    /// <summary>Begins an object or a list, with its bracket.</summary>
    public void Open(byte bracket)
    {
        Reserve(1)[0] = bracket;
        Length++;
        _depth++;
        _isFirst = true;
    }

    /// <summary>Ends an object or a list, with its bracket.</summary>
    public void Close(byte bracket)
    {
        _depth--;
        if (!_isFirst)
        {
            NewLine();
        }

        Reserve(1)[0] = bracket;
        Length++;
        _isFirst = false;
    }

    /// <summary>Begins an item of a list.</summary>
    public void NextItem()
    {
        if (!_isFirst)
        {
            Reserve(1)[0] = (byte)',';
            Length++;
        }

        _isFirst = false;
        NewLine();
    }

    /// <summary>Begins a field of an object.</summary>
    /// <param name="name">The field's name, UTF-8.</param>
    public void NextField(ReadOnlySpan<byte> name)
    {
        NextItem();
        Text(name);
        Raw(_isIndented ? ": "u8 : ":"u8);
    }

    /// <summary>Writes text.</summary>
    /// <param name="text">The text, UTF-8.</param>
    public void Text(ReadOnlySpan<byte> text)
    {
        var target = Reserve(text.Length + 2);
        if (text.IndexOfAny(Escaped) < 0)
        {
            target[0] = (byte)'"';
            text.CopyTo(target[1..]);
            target[text.Length + 1] = (byte)'"';
            Length += text.Length + 2;
            return;
        }

        TextWithEscapes(text);
    }

    public void Integer(long value)
    {
        value.TryFormat(Reserve(20), out var written, default, CultureInfo.InvariantCulture);
        Length += written;
    }

    /// <summary>Writes a finite number in the shortest form that is read as the same again.</summary>
    public void Number(double value)
    {
        value.TryFormat(Reserve(32), out var written, default, CultureInfo.InvariantCulture);
        Length += written;
    }

    /// <summary>Writes what is JSON already.</summary>
    public void Raw(ReadOnlySpan<byte> json)
    {
        json.CopyTo(Reserve(json.Length));
        Length += json.Length;
    }

    private void TextWithEscapes(ReadOnlySpan<byte> text)
    {
        Raw("\""u8);
        while (true)
        {
            var next = text.IndexOfAny(Escaped);
            if (next < 0)
            {
                Raw(text);
                Raw("\""u8);
                return;
            }

            Raw(text[..next]);
            Escape(text[next]);
            text = text[(next + 1)..];
        }
    }

    private void Escape(byte c)
    {
        var letter = c switch
        {
            (byte)'\b' => 'b',
            (byte)'\f' => 'f',
            (byte)'\n' => 'n',
            (byte)'\r' => 'r',
            (byte)'\t' => 't',
            < 0x20 => 'u',
            _ => (char)c,
        };
        var target = Reserve(6);
        target[0] = (byte)'\\';
        target[1] = (byte)letter;
        Length += 2;
        if (letter == 'u')
        {
            c.TryFormat(target[2..], out var written, "x4", CultureInfo.InvariantCulture);
            Length += written;
        }
    }

    private void NewLine()
    {
        if (_isIndented && _depth >= 0)
        {
            var width = _depth * IndentWidth;
            var target = Reserve(width + 1);
            target[0] = (byte)'\n';
            target.Slice(1, width).Fill((byte)' ');
            Length += width + 1;
        }
    }

    private Span<byte> Reserve(int size)
    {
        if (_bytes.Length - Length < size)
        {
            Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max((long)_bytes.Length * 2, (long)Length + size)));
        }

        return _bytes.AsSpan(Length);
    }
}
