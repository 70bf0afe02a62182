using System.Text.Json.Nodes;
using Missive.Emulator;

namespace Kosmo.Tests.Support;

/// <summary>A user with a configuration of its own, and an emulator to talk to.</summary>
internal sealed class KosmoSandbox : IAsyncDisposable
{
    /// <summary>A token that the emulator takes and that no text holds by chance.</summary>
    public const string Secret = "missive_pat-s3cr3t-0f-th3-t3sts";

    private KosmoSandbox(MissiveEmulator emulator)
    {
        Emulator = emulator;
        Root = Directory.CreateTempSubdirectory("kosmo-tests-").FullName;
        ConfigurationDirectory = Path.Combine(Root, "config");
        ProjectDirectory = Directory.CreateDirectory(Path.Combine(Root, "project")).FullName;
        Directory.CreateDirectory(Path.Combine(ProjectDirectory, ".git"));
        Environment = new Dictionary<string, string?>
        {
            ["KOSMO_CONFIG_DIR"] = ConfigurationDirectory,
            ["MISSIVE_URL"] = emulator.BaseAddress.ToString(),
            ["MISSIVE_ACCESS_TOKEN"] = Secret,
            ["NO_COLOR"] = null,
        };
    }

    public MissiveEmulator Emulator { get; }

    /// <summary>A folder of the sandbox's own.</summary>
    public string Root { get; }

    public string ConfigurationDirectory { get; }

    public string ConfigurationFile => Path.Combine(ConfigurationDirectory, "config.json");

    /// <summary>Where kosmo runs: the root of a repository.</summary>
    public string ProjectDirectory { get; }

    public string ProjectFile => Path.Combine(ProjectDirectory, ".kosmo", "config.json");

    public Dictionary<string, string?> Environment { get; }

    /// <summary>The requests so far, as <c>GET /path?query</c>.</summary>
    public IReadOnlyList<string> Lines => [.. Emulator.Requests.Select(static request => request.Line)];

    public static async Task<KosmoSandbox> StartAsync(MissiveEmulatorOptions? options = null)
    {
        options ??= new MissiveEmulatorOptions();
        return new KosmoSandbox(await MissiveEmulator.StartAsync(options with { Tokens = [Secret] }, TestContext.Current.CancellationToken));
    }

    public Task<KosmoResult> RunAsync(params IEnumerable<string> arguments) => KosmoProgram.RunAsync(arguments, Environment, "", ProjectDirectory);

    public Task<KosmoResult> RunWithInputAsync(string input, params IEnumerable<string> arguments)
        => KosmoProgram.RunAsync(arguments, Environment, input, ProjectDirectory);

    /// <summary>Takes the credentials out of the environment, so that the store's count.</summary>
    public void ForgetEnvironment()
    {
        Environment["MISSIVE_URL"] = null;
        Environment["MISSIVE_ACCESS_TOKEN"] = null;
    }

    /// <summary>Writes the user's file.</summary>
    /// <param name="integration">What stands under integrations.missive.</param>
    public void WriteConfiguration(JsonObject integration)
    {
        Directory.CreateDirectory(ConfigurationDirectory);
        File.WriteAllText(ConfigurationFile, new JsonObject { ["version"] = 1, ["integrations"] = new JsonObject { ["missive"] = integration } }.ToJsonString());
        SetConfigurationMode(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    /// <summary>Sets who may read the user's file, on systems that know such modes.</summary>
    public void SetConfigurationMode(UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(ConfigurationFile, mode);
        }
    }

    /// <summary>Writes permissions into the user's file.</summary>
    public void Permit(string read, string write)
        => WriteConfiguration(new JsonObject { ["permissions"] = new JsonObject { ["read"] = read, ["write"] = write } });

    /// <summary>An account as the user's file holds it.</summary>
    public JsonObject Account() => new() { ["access_token"] = Secret, ["url"] = Emulator.BaseAddress.ToString() };

    public async ValueTask DisposeAsync()
    {
        await Emulator.DisposeAsync();
        Directory.Delete(Root, recursive: true);
    }
}
