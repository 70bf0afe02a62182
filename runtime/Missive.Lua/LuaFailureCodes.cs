namespace Missive.Lua;

/// <summary>The codes of failures that come from the host itself. Those of refused arguments are the validation's.</summary>
public static class LuaFailureCodes
{
    /// <summary>The script ran for too long.</summary>
    public const string CpuLimit = "cpu_limit";

    /// <summary>The run took too long, calls included.</summary>
    public const string TimeLimit = "time_limit";

    /// <summary>The script took too much memory.</summary>
    public const string MemoryLimit = "memory_limit";

    /// <summary>A call's arguments, or the returned values, have too much JSON.</summary>
    public const string JsonLimit = "json_limit";

    /// <summary>The run was cancelled.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>The code is no Lua.</summary>
    public const string Syntax = "syntax";

    /// <summary>A function is not called like this: with a colon, or with values beside the table of arguments.</summary>
    public const string CallForm = "call_form";

    /// <summary>There is no function of that name.</summary>
    public const string UnknownFunction = "unknown_function";

    /// <summary>There is no page of that name.</summary>
    public const string UnknownPage = "unknown_page";

    /// <summary>A value has no JSON.</summary>
    public const string NoJson = "no_json";

    /// <summary>A text is no JSON.</summary>
    public const string InvalidJson = "invalid_json";

    /// <summary>A pattern is none, or takes too long.</summary>
    public const string Pattern = "pattern";

    /// <summary>The host itself failed.</summary>
    public const string HostError = "host_error";
}
