namespace Missive.Lua;

/// <summary>What a search is asked for, by PHP's numbers.</summary>
[Flags]
internal enum MatchFlags
{
    None = 0,

    /// <summary>All matches, one list a group.</summary>
    ByGroup = 1,

    /// <summary>All matches, one list a match.</summary>
    ByMatch = 2,

    /// <summary>Each text with the place where it begins, in bytes from zero.</summary>
    Offsets = 256,

    /// <summary>Groups that took no part as null.</summary>
    UnmatchedAsNull = 512,
}
