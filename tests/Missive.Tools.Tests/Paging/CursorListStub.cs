using System.Globalization;
using System.Text;
using System.Text.Json;
using Missive.Codegen.Runtime;

namespace Missive.Tools.Tests.Paging;

/// <summary>A long list by cursor that is made page by page, so that nothing but the walk can hold it in memory.</summary>
internal sealed class CursorListStub(int count, string envelope, string field) : IMissiveTransport
{
    public int Pages { get; private set; }

    public ValueTask<MissiveResponse> SendAsync(ToolRequest request, string function, CancellationToken cancellationToken)
    {
        Pages++;
        var limit = int.Parse(QueryEdit.Get(request.PathAndQuery, "limit")!, CultureInfo.InvariantCulture);
        var first = QueryEdit.Get(request.PathAndQuery, "until") is { } until ? FirstAt(long.Parse(until, CultureInfo.InvariantCulture)) : 0;
        return ValueTask.FromResult(new MissiveResponse(200, JsonElement.Parse(Page(first, Math.Min(count, EndOfSecond(first + limit))))));
    }

    public void ThrowIfUnfit(ToolRequest request, string function)
    {
    }

    // Three items share each second; pages keep seconds whole.
    private static long CursorOf(int index) => 2_000_000_000 - (index / 3);

    private static int FirstAt(long until) => (int)(2_000_000_000 - until) * 3;

    private static int EndOfSecond(int index) => (index + 2) / 3 * 3;

    private byte[] Page(int first, int end)
    {
        var page = new StringBuilder($$"""{"{{envelope}}":[""");
        for (var index = first; index < end; index++)
        {
            page.Append(index > first ? "," : "").Append(CultureInfo.InvariantCulture, $$$"""{"id":"item_{{{index}}}","{{{field}}}":{{{CursorOf(index)}}},"text":"{{{Filler}}}"}""");
        }

        return Encoding.UTF8.GetBytes(page.Append("]}").ToString());
    }

    private static string Filler { get; } = new('x', 2000);
}
