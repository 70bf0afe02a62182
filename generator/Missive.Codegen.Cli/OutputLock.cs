namespace Missive.Codegen.Cli;

/// <summary>Keeps two runs, an editor's build and a terminal's say, from writing one folder at once.</summary>
internal static class OutputLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Waits for the folder's lock; disposing the result gives it back.</summary>
    /// <exception cref="IOException">Another run held it for too long.</exception>
    public static FileStream Take(string folder, CancellationToken cancellationToken)
    {
        // Not in the folder itself: everything there is either generated or somebody's own.
        var path = Path.Combine(Path.GetTempPath(), $"missive-codegen-{Environment.UserName}-{FolderKey.Of(folder)}.lock");
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException e) when (HeldFile.Is(e) && waited < Patience)
            {
                cancellationToken.WaitHandle.WaitOne(Pause);
                cancellationToken.ThrowIfCancellationRequested();
            }
            catch (IOException e) when (HeldFile.Is(e))
            {
                throw new IOException($"Another run has been writing '{folder}' for over a minute ({e.Message.TrimEnd('.')}). Wait for it or end it; if there is none, delete {path}.", e);
            }
        }
    }
}
