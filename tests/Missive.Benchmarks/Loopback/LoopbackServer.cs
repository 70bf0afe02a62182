using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Missive.Benchmarks.Loopback;

/// <summary>
/// A process that answers on loopback with bytes made beforehand: what is measured is the client, in a process without a
/// server.
/// </summary>
internal sealed class LoopbackServer : IDisposable
{
    /// <summary>The command of this program that serves.</summary>
    public const string Command = "serve";

    private readonly Process _process;

    private LoopbackServer(Process process, Uri baseUrl)
    {
        _process = process;
        BaseUrl = baseUrl;
    }

    public Uri BaseUrl { get; }

    public static LoopbackServer Start()
    {
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Command])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var port = int.Parse(process.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
        return new LoopbackServer(process, new Uri($"http://127.0.0.1:{port}/v1"));
    }

    /// <summary>Serves until the input ends, which it does with the process that started this one.</summary>
    public static void Serve()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Console.WriteLine(((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture));
        new Thread(() => Accept(listener)) { IsBackground = true }.Start();
        while (Console.Read() >= 0)
        {
        }
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static void Accept(TcpListener listener)
    {
        while (true)
        {
            var connection = listener.AcceptSocket();
            connection.NoDelay = true;
            new Thread(() => Answer(connection)) { IsBackground = true }.Start();
        }
    }

    // Blocking, a thread a connection: nothing stands between a request and its answer but the system's calls.
    private static void Answer(Socket connection)
    {
        var buffer = new byte[64 * 1024];
        var length = 0;
        while (true)
        {
            var read = connection.Receive(buffer.AsSpan(length));
            if (read == 0)
            {
                connection.Dispose();
                return;
            }

            length += read;
            if (RequestLength(buffer.AsSpan(0, length)) is not { } request || request > length)
            {
                continue;
            }

            connection.Send(LoopbackAnswers.For(buffer.AsSpan(0, request)));
            length -= request;
            buffer.AsSpan(request, length).CopyTo(buffer);
        }
    }

    // Null while the headers are incomplete.
    private static int? RequestLength(ReadOnlySpan<byte> received)
    {
        var headers = received.IndexOf("\r\n\r\n"u8);
        if (headers < 0)
        {
            return null;
        }

        var at = received[..headers].IndexOf("Content-Length: "u8);
        var body = 0;
        if (at >= 0)
        {
            var value = received[(at + "Content-Length: ".Length)..];
            body = int.Parse(value[..value.IndexOf((byte)'\r')], CultureInfo.InvariantCulture);
        }

        return headers + 4 + body;
    }
}
