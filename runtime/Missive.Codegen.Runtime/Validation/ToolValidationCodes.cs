namespace Missive.Codegen.Runtime;

/// <summary>The kinds of problems that validation reports, as stable words.</summary>
public static class ToolValidationCodes
{
    /// <summary>A required argument or field is absent.</summary>
    public const string Missing = "missing";

    /// <summary>A key is not known.</summary>
    public const string Unknown = "unknown";

    /// <summary>A value is of another type, or a text is not of the form that its type demands.</summary>
    public const string WrongType = "wrong_type";

    /// <summary>A value is none of those that are allowed.</summary>
    public const string NotAllowed = "not_allowed";

    /// <summary>A number is too small or too large.</summary>
    public const string OutOfRange = "out_of_range";

    /// <summary>A text is too short.</summary>
    public const string TooShort = "too_short";

    /// <summary>A text is too long.</summary>
    public const string TooLong = "too_long";

    /// <summary>A list has too few items.</summary>
    public const string TooFew = "too_few";

    /// <summary>A list has too many items.</summary>
    public const string TooMany = "too_many";

    /// <summary>Arguments or fields are given that exclude each other.</summary>
    public const string Conflict = "conflict";

    /// <summary>A field is absent that others make necessary.</summary>
    public const string Requires = "requires";
}
