namespace Missive.Lua;

/// <summary>The arguments of a call of <c>regex</c>: a text, a pattern, and more.</summary>
internal sealed class PatternCall
{
    public PatternCall(LuaMachine machine, LuaStack stack)
    {
        Machine = machine;
        Stack = stack;
        Require(1, "subject");
        Subject = new Subject(stack.Text(1));
        Pattern = machine.Patterns.Get(Text(2, "pattern"));
    }

    public LuaMachine Machine { get; }

    public LuaStack Stack { get; }

    public Subject Subject { get; }

    public Pattern Pattern { get; }

    public MatchPusher Pusher(MatchFlags flags) => new(Machine, Stack, Subject, Pattern, flags);

    public string Text(int index, string name)
    {
        Require(index, name);
        return Stack.String(index);
    }

    /// <summary>A number that may be left out.</summary>
    public long Number(int index, long absent) => Stack.Type(index) switch
    {
        LuaType.None or LuaType.Nil => absent,
        LuaType.Number => Stack.Integer(index),
        var type => throw new LuaException($"expected a number, got {ScalarText.NameOf(type)}"),
    };

    private void Require(int index, string name)
    {
        if (Stack.Type(index) != LuaType.String)
        {
            throw new LuaException($"expected string {name}, got {ScalarText.NameOf(Stack.Type(index))}");
        }
    }
}
