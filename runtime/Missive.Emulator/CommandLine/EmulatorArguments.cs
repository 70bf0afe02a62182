using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Missive.Emulator.Answers;
using Missive.Emulator.Faults;

namespace Missive.Emulator.CommandLine;

/// <summary>The options of the command line, and what they mean for the emulator.</summary>
internal sealed class EmulatorArguments
{
    public const string AttachedName = "--attached";

    private static readonly MissiveEmulatorOptions Defaults = new();

    private readonly Option<string> _host = new("--host")
    {
        Description = "Loopback address to listen on.",
        DefaultValueFactory = _ => Defaults.Host,
    };

    private readonly Option<int> _port = Count("--port", "Port to listen on; 0 takes a free one.", 5090, max: 65_535);
    private readonly Option<string[]> _tokens = new("--token") { Description = "Access token to accept beside the sample one. Repeatable." };
    private readonly Option<int> _organizations = Count("--organizations", "Number of organizations.", Defaults.Organizations, min: 1);
    private readonly Option<int> _contactBooks = Count("--contact-books", "Number of contact books.", Defaults.ContactBooks);
    private readonly Option<int> _contacts = Count("--contacts-per-book", "Number of generated contacts a book.", Defaults.ContactsPerBook);
    private readonly Option<int> _conversations = Count("--conversations", "Number of conversations in the Inbox.", Defaults.InboxConversations, min: 2);
    private readonly Option<int> _tasks = Count("--tasks", "Number of open tasks.", Defaults.OpenTasks);

    private readonly Option<bool> _noDefaultSender = new("--no-default-sender") { Description = "Refuse drafts without from_field." };
    private readonly Option<bool> _notAdmin = new("--not-admin") { Description = "Let the token owner be no admin." };
    private readonly Option<bool> _lenient = new("--lenient") { Description = "Ignore unknown query parameters and attributes." };
    private readonly Option<bool> _liveClock = new("--live-clock") { Description = "Use the present as the sample account's time." };
    private readonly Option<bool> _noRateLimits = new("--no-rate-limits") { Description = "Count requests, but never answer 429." };

    private readonly Option<double> _rateWindowScale = new("--rate-window-scale")
    {
        Description = "Factor for the length of the rate windows: 0.1 makes 300 a minute 300 in 6 seconds.",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<double> _reportDelay = new("--report-delay")
    {
        Description = "Seconds until a report is finished.",
        DefaultValueFactory = _ => 3,
    };

    private readonly Option<ErrorShape> _errorShape = new("--error-shape") { Description = "How error bodies are written." };

    private readonly Option<bool> _attached = new(AttachedName)
    {
        Description = "Serve the program that started it: print the base URL and the token and nothing else, and stop when standard input ends.",
    };

    private readonly Option<string?> _fault = new("--fault") { Description = $"Fault that every request meets: {FaultSyntax.Grammar}." };

    public EmulatorArguments()
    {
        _rateWindowScale.Validators.Add(result => RequirePositive(result, zeroAllowed: false));
        _reportDelay.Validators.Add(result => RequirePositive(result, zeroAllowed: true));
        _fault.Validators.Add(result =>
        {
            if (!FaultSyntax.TryParse(result.GetValueOrDefault<string>(), out _))
            {
                result.AddError($"--fault must be {FaultSyntax.Grammar}");
            }
        });
    }

    public IEnumerable<Option> All =>
    [
        _host, _port, _tokens, _organizations, _contactBooks, _contacts, _conversations, _tasks, _noDefaultSender, _notAdmin,
        _lenient, _liveClock, _noRateLimits, _rateWindowScale, _reportDelay, _errorShape, _fault, _attached,
    ];

    public bool IsAttached(ParseResult parsed) => parsed.GetValue(_attached);

    public MissiveEmulatorOptions Read(ParseResult parsed)
    {
        var fault = FaultSyntax.TryParse(parsed.GetValue(_fault), out var read) ? read : null;
        return new MissiveEmulatorOptions
        {
            Host = parsed.GetValue(_host)!,
            Port = parsed.GetValue(_port),
            Tokens = parsed.GetValue(_tokens) ?? [],
            Organizations = parsed.GetValue(_organizations),
            ContactBooks = parsed.GetValue(_contactBooks),
            ContactsPerBook = parsed.GetValue(_contacts),
            InboxConversations = parsed.GetValue(_conversations),
            OpenTasks = parsed.GetValue(_tasks),
            DefaultSender = parsed.GetValue(_noDefaultSender) ? null : Defaults.DefaultSender,
            TokenOwnerIsAdmin = !parsed.GetValue(_notAdmin),
            StrictQuery = !parsed.GetValue(_lenient),
            StrictBody = !parsed.GetValue(_lenient),
            TimeProvider = parsed.GetValue(_liveClock) ? TimeProvider.System : null,
            RateLimits = (Defaults.RateLimits with { Enforced = !parsed.GetValue(_noRateLimits) }).Scaled(parsed.GetValue(_rateWindowScale)),
            ReportDelay = TimeSpan.FromSeconds(parsed.GetValue(_reportDelay)),
            ErrorShape = parsed.GetValue(_errorShape),
            FaultSelector = fault is null ? null : _ => fault,
            RequestHandled = IsAttached(parsed) ? null : request => parsed.InvocationConfiguration.Output.WriteLine(RequestLine.Of(request)),

            // Nobody reads the record of a program that runs on its own.
            MaxRecordedRequests = 0,
        };
    }

    private static Option<int> Count(string name, string description, int usual, int min = 0, int max = 1_000_000)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is var value && (value < min || value > max))
            {
                result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} must be from {min} to {max}"));
            }
        });
        return option;
    }

    private static void RequirePositive(OptionResult result, bool zeroAllowed)
    {
        var value = result.GetValueOrDefault<double>();
        if (!double.IsFinite(value) || value < 0 || (value == 0 && !zeroAllowed))
        {
            result.AddError($"{result.Option.Name} must be {(zeroAllowed ? "0 or more" : "more than 0")}");
        }
    }
}
