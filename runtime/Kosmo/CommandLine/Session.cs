using Kosmo.Accounts;
using Kosmo.Calls;
using Kosmo.Emulation;
using Kosmo.Output;
using Kosmo.Permissions;

namespace Kosmo.CommandLine;

/// <summary>All that the commands of one run work with. Each part is made when it is first asked for.</summary>
/// <param name="terminal">Where to write and read.</param>
/// <param name="isEmulated">Whether calls go to the stand-in.</param>
internal sealed class Session(Terminal terminal, bool isEmulated) : IAsyncDisposable
{
    private Interruption? _interruption;
    private Configuration? _configuration;
    private EmulatorProcess? _emulator;

    public Terminal Terminal { get; } = terminal;

    public bool IsEmulated { get; } = isEmulated;

    /// <summary>Ctrl-C. Asking for it takes the signal over.</summary>
    public Interruption Interruption => _interruption ??= new Interruption();

    public bool IsInterrupted => _interruption is { Token.IsCancellationRequested: true };

    public ConfigurationStore Store => field ??= ConfigurationStore.Open();

    /// <summary>What the user configured.</summary>
    public Configuration Configuration => _configuration ??= Store.Read(Warn);

    /// <summary>What the project at hand adds.</summary>
    public ProjectFile Project => field ??= ProjectFile.FindHere();

    public IAccountSource Accounts => field ??= IsEmulated
        ? new EmulatorAccounts(_emulator = new EmulatorProcess(Terminal), Configuration)
        : new StoredAccounts(Configuration);

    public PermissionPolicy Permissions => field ??= PermissionPolicy.Of(Configuration, Project, IsEmulated);

    /// <summary>Whether the integration may be used at all.</summary>
    public bool IsEnabled => Configuration.IsEnabled && !Project.IsDisabled;

    /// <summary>The same in a few facts.</summary>
    public IntegrationState Integration
        => field ??= new IntegrationState(IsEnabled, Accounts.MissingCredentials(null).Count == 0, Accounts.Names, Accounts.UsableNames, Permissions);

    /// <summary>Makes what carries calls out.</summary>
    /// <param name="isForced">Whether permissions are lifted for this run.</param>
    /// <returns>The caller, to be disposed.</returns>
    public ToolCaller CreateCaller(bool isForced) => new(this, new PermissionGate(Terminal, Permissions, isForced, IsEmulated));

    /// <summary>Changes what the user configured.</summary>
    /// <param name="change">Makes the changes; when it throws, nothing is changed.</param>
    public void Update(Action<Configuration> change) => _configuration = Store.Update(change);

    public void Warn(string message) => Terminal.Error.WriteLine(Terminal.ErrorStyle.Yellow($"Warning: {PlainText.Of(message)}"));

    /// <summary>Says which accounts can be used where the default one cannot.</summary>
    public void PrintAdvice()
    {
        if (Integration.Advice is { } advice)
        {
            Terminal.Output.WriteLine(advice);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_emulator is not null)
        {
            await _emulator.DisposeAsync().ConfigureAwait(false);
        }

        _interruption?.Dispose();
    }
}
