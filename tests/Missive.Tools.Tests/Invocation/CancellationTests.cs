using System.Text.Json;
using Missive.Tools.Tests.Support;

namespace Missive.Tools.Tests.Invocation;

public sealed class CancellationTests
{
    [Fact]
    public async Task WaitingForAReportEndsWhenTheCallerGivesUp()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var stub = new StubTransport(_ =>
        {
            source.Cancel();
            throw new MissiveNotFoundException("Not found.", "get_analytics_report", "GET", "/analytics/reports/report_1", "");
        });
        var tool = MissiveTools.Registry.Create("get_analytics_report", new MissiveInvoker(stub, new MissiveOptions(), TimeProvider.System));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => tool.InvokeAsync(JsonElement.Parse("""{"report_id":"report_1"}"""), source.Token));
        Assert.Single(stub.Requests);
    }

    [Fact]
    public async Task AConversationIsNotReturnedWithoutMessagesWhenTheCallerGivesUp()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var stub = new StubTransport(request =>
        {
            if (request.Contains("messages", StringComparison.Ordinal))
            {
                source.Cancel();
                throw new OperationCanceledException(source.Token);
            }

            return JsonElement.Parse("""{"conversations":[{"id":"conv_123"}]}""");
        });
        var tool = MissiveTools.Registry.Create("get_conversation", new MissiveInvoker(stub, new MissiveOptions(), TimeProvider.System));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => tool.InvokeAsync(JsonElement.Parse("""{"id":"conv_123"}"""), source.Token));
    }
}
