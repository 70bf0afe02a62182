using System.Globalization;
using System.Runtime.InteropServices;

namespace Kosmo.Output;

/// <summary>
/// How many columns the terminal has that standard output is. The system is asked itself where that is possible: the
/// console's own streams switch the terminal to another mode first, for everybody on it.
/// </summary>
internal static partial class WindowWidth
{
    private const string Variable = "COLUMNS";
    private const int Most = 10_000;
    private const int StandardOutput = 1;
    private const nuint GetWindowSize = 0x5413;

    /// <summary>The width; null when nobody knows.</summary>
    public static int? Read()
        => int.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.None, CultureInfo.InvariantCulture, out var chosen) && chosen is > 0 and <= Most
            ? chosen
            : Ask() is > 0 and var width ? width : null;

    private static int Ask()
    {
        if (OperatingSystem.IsLinux())
        {
            return Control(StandardOutput, GetWindowSize, out var size) == 0 ? size.Columns : 0;
        }

        try
        {
            return Console.WindowWidth;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    [LibraryImport("libc", EntryPoint = "ioctl")]
    private static partial int Control(int descriptor, nuint request, out Size size);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Size
    {
        private readonly ushort _rows;
        public readonly ushort Columns;
        private readonly ushort _width;
        private readonly ushort _height;
    }
}
