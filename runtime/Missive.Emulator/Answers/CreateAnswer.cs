namespace Missive.Emulator.Answers;

/// <summary>What a successful POST answers. Missive may answer 201 without a body (official).</summary>
public enum CreateAnswer
{
    /// <summary>201 with the created resource; a draft that was sent at once gets 201 without a body.</summary>
    EmptyAfterSend,

    /// <summary>201 with the created resource, always.</summary>
    Always,

    /// <summary>201 without a body, always.</summary>
    Empty,
}
