using System.Text;

namespace Kosmo.Output;

/// <summary>Where kosmo writes and reads: standard output for results, standard error for everything said about them.</summary>
internal sealed class Terminal : IDisposable
{
    private const int DefaultWidth = 120;
    private const int NarrowestWidth = 40;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private Func<string?>? _answers;

    private Terminal()
    {
        if (OperatingSystem.IsWindows())
        {
            Console.OutputEncoding = Utf8;
        }

        IsInputTerminal = !Console.IsInputRedirected;
        IsOutputTerminal = !Console.IsOutputRedirected;
        IsErrorTerminal = !Console.IsErrorRedirected;
        OutputBytes = StandardStream.OpenOutput();
        Output = new StreamWriter(OutputBytes, Utf8) { NewLine = "\n" };
        Error = new StreamWriter(StandardStream.OpenError(), Utf8) { AutoFlush = true, NewLine = "\n" };
    }

    /// <summary>Results.</summary>
    public TextWriter Output { get; }

    /// <summary>Results as bytes; flush <see cref="Output"/> before.</summary>
    public Stream OutputBytes { get; }

    /// <summary>Errors, questions, progress.</summary>
    public TextWriter Error { get; }

    public bool IsInputTerminal { get; }

    public bool IsOutputTerminal { get; }

    public bool IsErrorTerminal { get; }

    /// <summary>The styles of standard output: none where it is no terminal.</summary>
    public Style OutputStyle => Style.For(IsOutputTerminal);

    /// <summary>The styles of standard error.</summary>
    public Style ErrorStyle => Style.For(IsErrorTerminal);

    /// <summary>How wide a line may be; null where nobody has to read it in columns.</summary>
    public int? Width => IsOutputTerminal ? Math.Max(NarrowestWidth, WindowWidth.Read() ?? DefaultWidth) : null;

    /// <summary>Prints a line that a script or the API made: to a program as it is, to a terminal so that it cannot steer it.</summary>
    public void WriteForeignLine(string text) => Output.WriteLine(IsOutputTerminal ? PlainText.Of(text) : text);

    public static Terminal Open() => new();

    /// <summary>Standard input to its end; null when it is a terminal, closed, or blank.</summary>
    public string? ReadPipedInput()
    {
        if (IsInputTerminal || !StandardStream.IsInputOpen)
        {
            return null;
        }

        // Whoever started kosmo may hold its input open without meaning anything by it, and would wait without a word.
        var reading = Task.Run(ReadAllInput);
        if (Task.WaitAny([reading], Patience) < 0)
        {
            Error.WriteLine("Waiting for standard input to end, for it may hold the arguments as JSON. Where there is nothing to read, add < /dev/null.");
        }

        var text = reading.GetAwaiter().GetResult();
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    /// <exception cref="InputException">Standard input was closed when kosmo was started.</exception>
    public static void ThrowIfInputIsClosed()
    {
        if (!StandardStream.IsInputOpen)
        {
            throw InputException.Closed;
        }
    }

    /// <summary>Standard input to its end, whatever it is.</summary>
    /// <exception cref="InputException">It cannot be read, or is no text.</exception>
    public static string ReadAllInput()
    {
        using var input = StandardStream.OpenInput();
        using var bytes = new MemoryStream();
        try
        {
            input.CopyTo(bytes);
        }
        catch (IOException error)
        {
            throw new InputException(error.Message);
        }

        return Utf8Text.Read(bytes.GetBuffer().AsSpan(0, (int)bytes.Length))
            ?? throw new KosmoException("input", "Standard input is not UTF-8 text.");
    }

    /// <summary>One line of standard input, without reading further; what there is before its end, when it ends in the line.</summary>
    public static string ReadLine()
    {
        using var input = StandardStream.OpenInput();
        var line = new List<byte>();
        for (var next = input.ReadByte(); next is not (-1 or '\n'); next = input.ReadByte())
        {
            line.Add((byte)next);
        }

        return Utf8.GetString([.. line]);
    }

    /// <summary>Whether there is somebody who can be asked.</summary>
    public bool CanAsk => IsErrorTerminal && (IsInputTerminal || _answers is not null);

    /// <summary>The line that is entered after a question; null or blank when none comes any more.</summary>
    public string? ReadAnswer() => _answers is null ? ReadLine() : _answers();

    /// <summary>Takes answers from elsewhere: standard input serves another purpose.</summary>
    /// <param name="answers">Gives the next line.</param>
    public void AnswerThrough(Func<string?> answers) => _answers = answers;

    /// <summary>Asks on the terminal for a text that is not shown.</summary>
    public string ReadSecret(string question)
    {
        string secret;
        using (HiddenInput.Begin())
        {
            Error.Write(question);
            secret = OperatingSystem.IsWindows() ? ReadHiddenKeys() : ReadLine();
        }

        Error.WriteLine();
        return secret;
    }

    public void Dispose()
    {
        Output.Flush();
        Error.Flush();
    }

    private static string ReadHiddenKeys()
    {
        var text = new StringBuilder();
        while (Console.ReadKey(intercept: true) is { Key: not ConsoleKey.Enter } key)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                text.Length = Math.Max(0, text.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                text.Append(key.KeyChar);
            }
        }

        return text.ToString();
    }
}
