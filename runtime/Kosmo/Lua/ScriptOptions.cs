using System.Globalization;
using Kosmo.Accounts;
using Kosmo.CommandLine.Syntax;
using Kosmo.Output;
using Missive.Lua;

namespace Kosmo.Lua;

/// <summary>The options that say how scripts run.</summary>
internal sealed class ScriptOptions
{
    private const double MostSeconds = 86_400;

    // Less does not hold the sandbox itself.
    private const long LeastMemory = 524_288;

    private static readonly LuaLimits Defaults = new();

    private readonly TextOption _account = AccountNameOption.Create("The account of calls that name none; left out, the default one.");
    private readonly SwitchOption _force = new("--force", "Lift the permissions ask and deny, for this run.");
    private readonly TextOption _memory = new("--memory-limit", "bytes", "The most memory of Lua, in bytes or as 64K, 64M, 1G; 32M unless said otherwise.");
    private readonly TextOption _cpu = new("--cpu-limit", "seconds", "How long the script itself may run, without the time in which it waits for calls; 30 seconds unless said otherwise.");
    private readonly TextOption _time = new("--time-limit", "seconds", "How long a run may take, with all that it waits for; 600 seconds unless said otherwise, 0 for any time.");

    public void AddTo(CommandSyntax syntax)
    {
        syntax.Add(_account);
        syntax.Add(_force);
        syntax.Add(_memory);
        syntax.Add(_cpu);
        syntax.Add(_time);
    }

    public bool IsForced(ParseResult parsed) => parsed.GetValue(_force);

    /// <summary>The account of calls that name none; null for the default one.</summary>
    public string? Account(ParseResult parsed) => AccountName.Parse(parsed.GetValue(_account));

    /// <summary>The limits of a run.</summary>
    /// <exception cref="UsageException">A limit is none.</exception>
    public LuaLimits Limits(ParseResult parsed) => Defaults with
    {
        MemoryBytes = Memory(parsed.GetValue(_memory)),
        Cpu = Seconds(_cpu, parsed.GetValue(_cpu)) ?? Defaults.Cpu,
        WallClock = Seconds(_time, parsed.GetValue(_time)) switch
        {
            null => Defaults.WallClock,
            { Ticks: 0 } => Timeout.InfiniteTimeSpan,
            var limit => limit.Value,
        },
    };

    /// <summary>The options as a command line has them.</summary>
    public IEnumerable<string> Tokens(ParseResult parsed)
    {
        foreach (var option in new[] { _account, _memory, _cpu, _time })
        {
            if (parsed.GetValue(option) is { } value)
            {
                yield return $"{option.Name}={value}";
            }
        }

        if (IsForced(parsed))
        {
            yield return _force.Name;
        }
    }

    private static long Memory(string? text)
    {
        if (text is null)
        {
            return Defaults.MemoryBytes;
        }

        var shift = text.Length == 0 ? 0 : char.ToUpperInvariant(text[^1]) switch { 'K' => 10, 'M' => 20, 'G' => 30, _ => 0 };
        return long.TryParse(shift == 0 ? text : text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number <= long.MaxValue >> 30
            && number << shift >= LeastMemory
                ? number << shift
                : throw new UsageException($"--memory-limit takes a number of bytes from {LeastMemory} up, or one with K, M or G behind it, such as 64M; got '{PlainText.OneLine(text)}'.");
    }

    private TimeSpan? Seconds(Option option, string? text)
    {
        if (text is null)
        {
            return null;
        }

        var least = option == _time ? 0 : 0.001;
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds >= least && seconds <= MostSeconds
            ? TimeSpan.FromSeconds(seconds)
            : throw new UsageException(string.Create(
                CultureInfo.InvariantCulture, $"{option.Name} takes a number of seconds, from {least} to {MostSeconds}, such as 2.5; got '{PlainText.OneLine(text)}'."));
    }
}
