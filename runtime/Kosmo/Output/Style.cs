namespace Kosmo.Output;

/// <summary>Colour: on a terminal, unless NO_COLOR is set or the terminal is a dumb one.</summary>
internal readonly struct Style
{
    private readonly bool _isOn;

    private Style(bool isOn) => _isOn = isOn;

    public static Style None => default;

    public static Style For(bool isTerminal) => new(
        isTerminal
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") is not "dumb");

    public string Bold(string text) => Wrap("1", text);

    public string Dim(string text) => Wrap("2", text);

    public string Red(string text) => Wrap("31", text);

    public string Green(string text) => Wrap("32", text);

    public string Yellow(string text) => Wrap("33", text);

    public string Cyan(string text) => Wrap("36", text);

    private string Wrap(string code, string text) => _isOn && text.Length > 0 ? $"\e[{code}m{text}\e[0m" : text;
}
