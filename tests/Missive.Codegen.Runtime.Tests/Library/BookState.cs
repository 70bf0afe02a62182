namespace Missive.Codegen.Runtime.Tests.Library;

public readonly partial record struct BookState(string Value) : IJsonText<BookState>
{
    public static DataType Type { get; } = DataType.Enum("BookState", "on_shelf", "lent", "lost");

    public static BookState OnShelf { get; } = new("on_shelf");

    public static BookState Lent { get; } = new("lent");

    static BookState IJsonText<BookState>.Create(string value) => new(value);

    public override string ToString() => Value;
}
