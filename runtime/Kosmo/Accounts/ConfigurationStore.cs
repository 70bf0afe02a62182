using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kosmo.Output;
using Missive.Codegen.Cli;

namespace Kosmo.Accounts;

/// <summary>
/// The user's file of credentials, settings and permissions. Only the user can read it. It is replaced as a whole, under a
/// lock, and never when it cannot be understood.
/// </summary>
internal sealed class ConfigurationStore
{
    private const UnixFileMode OnlyUser = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OnlyUserDirectory = OnlyUser | UnixFileMode.UserExecute;
    private const int FormatVersion = 1;
    private const string ErrorCode = "store";

    private static readonly TimeSpan LockPatience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(20);

    private readonly string? _directory;

    private ConfigurationStore(string? directory)
    {
        _directory = directory;
        Path = System.IO.Path.Combine(directory ?? "", "config.json");
    }

    private string Path { get; }

    public static ConfigurationStore Open() => new(KosmoPaths.ConfigurationDirectory());

    /// <summary>Reads the file; where there is none, nothing is configured.</summary>
    /// <param name="warn">Receives what the user should know about it.</param>
    /// <exception cref="KosmoException">The file cannot be read or understood.</exception>
    public Configuration Read(Action<string> warn)
    {
        if (_directory is null || !ConfigurationFile.Exists(Path, ErrorCode))
        {
            return new Configuration([]);
        }

        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(Path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new KosmoException(ErrorCode, $"{Path} cannot be read: {error.Message}");
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(Path) & ~OnlyUserDirectory) != 0)
        {
            warn($"{Path} holds access tokens and can be read by others. Close it: chmod 600 {Path}");
        }

        return Understand(bytes);
    }

    /// <summary>Changes the file: reads it anew, so that nothing which another process has written is lost.</summary>
    /// <param name="change">Makes the changes. When it throws, the file stays as it is.</param>
    /// <returns>What is configured now.</returns>
    public Configuration Update(Action<Configuration> change)
    {
        if (_directory is null)
        {
            throw new KosmoException(ErrorCode, $"There is no home folder to keep the configuration in. Set {KosmoPaths.DirectoryVariable} to a folder of yours.");
        }

        ConfigurationFile.Exists(Path, ErrorCode);
        try
        {
            CreateDirectory(_directory);
            using var held = Lock(_directory);
            var configuration = Read(static _ => { });
            change(configuration);
            configuration.Root["version"] = FormatVersion;
            Replace(_directory, configuration.Root);
            return configuration;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new KosmoException(ErrorCode, $"{Path} cannot be written: {error.Message}");
        }
    }

    private Configuration Understand(byte[] bytes)
    {
        try
        {
            if (ConfigurationJson.Parse(bytes) is not JsonObject root)
            {
                throw Damaged("it is not a JSON object");
            }

            if (root["version"] is { } version && (version.GetValueKind() != JsonValueKind.Number || version.GetValue<double>() > FormatVersion))
            {
                throw Damaged($"its version is {version.ToJsonString()}, and this kosmo knows version {FormatVersion}. Update kosmo");
            }

            var configuration = new Configuration(root);
            return configuration.FindFault() is { } fault ? throw Damaged(fault) : configuration;
        }
        catch (JsonException error)
        {
            // The parser's own words would quote the file, which holds secrets.
            throw Damaged(string.Create(
                CultureInfo.InvariantCulture, $"it is not valid JSON, from line {error.LineNumber + 1}, byte {error.BytePositionInLine + 1} on"));
        }
    }

    private KosmoException Damaged(string what)
        => new(ErrorCode, $"{Path} is damaged: {what}. Nothing was changed. Mend the file, or move it away and configure anew.");

    private static void CreateDirectory(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(directory);
        }
        else if (!Directory.Exists(directory))
        {
            Directory.CreateDirectory(directory, OnlyUserDirectory);
        }
    }

    private static FileStream Lock(string directory)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(System.IO.Path.Combine(directory, "config.lock"), OptionsOf(FileMode.OpenOrCreate));
            }
            catch (IOException error) when (HeldFile.Is(error) && TimeProvider.System.GetElapsedTime(started) < LockPatience)
            {
                Thread.Sleep(LockPause);
            }
        }
    }

    private void Replace(string directory, JsonObject root)
    {
        var temporary = System.IO.Path.Combine(directory, System.IO.Path.GetRandomFileName());
        try
        {
            using (var stream = new FileStream(temporary, OptionsOf(FileMode.CreateNew)))
            {
                stream.Write(ConfigurationJson.Bytes(root));
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, Path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static FileStreamOptions OptionsOf(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OnlyUser;
        }

        return options;
    }
}
