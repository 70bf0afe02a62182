using System.Text.Json;
using Missive.Emulator;
using Missive.Tools.Tests.Support;

namespace Missive.Tools.Tests.Discrepancies;

public sealed class ResponseAndReportDiscrepancyTests
{
    [Theory]
    [InlineData("""{"title":"A","organization":"org_123"}""")]
    [InlineData("""[{"title":"A","organization":"org_123"}]""")]
    [InlineData("""{"responses":{"title":"A","organization":"org_123"}}""")]
    public async Task EveryFormOfABulkBodyIsUnderstood(string body)
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync("create_responses", $$$"""{"body":{{{body}}}}""");
        sandbox.AssertSent(("POST /responses", """{"responses":[{"title":"A","organization":"org_123"}]}"""));
    }

    [Fact]
    public async Task D32_01_ResponsesAreAListUnderTheirEnvelope()
        => await EveryFormOfABulkBodyIsUnderstood("""{"title":"A","organization":"org_123"}""");

    [Fact]
    public async Task D32_02_AResponseHasOneOwnerAndTheSettingIsNotASecond()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        foreach (var (body, code, path) in ((string, string, string)[])
        [
            ("""{"title":"A"}""", "requires", "body"),
            ("""{"organization":"org_123","user":"user_123"}""", "conflict", "body"),
            ("""{"organization":"org_123","external_id":"1"}""", "requires", "body.external_source"),
            ("""{"user":"user_123","share_with_team":"team_123"}""", "requires", "body.organization"),
            ("""{"user":"user_123","shared_labels":["label_123"]}""", "requires", "body.organization"),
            ($$$"""{"user":"user_123","title":"{{{new string('x', 501)}}}"}""", "too_long", "body.title"),
            ($$$"""{"user":"user_123","subject":"{{{new string('x', 501)}}}"}""", "too_long", "body.subject"),
        ])
        {
            var error = await sandbox.RefusedAsync("create_responses", $$$"""{"body":{{{body}}}}""");
            Assert.Equal((code, path), (error.Code, error.Path));
        }

        sandbox.AssertSent();

        await using var configured = await FunctionSandbox.StartAsync(options: new MissiveOptions { DefaultOrganization = "org_123" });
        await configured.CallAsync("create_responses", """{"body":[{"title":"A"},{"title":"B","user":"user_123"}]}""");
        configured.AssertSent(("POST /responses", """{"responses":[{"title":"A","organization":"org_123"},{"title":"B","user":"user_123"}]}"""));
    }

    [Fact]
    public async Task D33_01_AttributesAreCopiedForEveryIdAndIdsHaveToMatch()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync("update_responses", """{"response_ids":"response_123,response_456","body":{"title":"A"}}""");
        sandbox.AssertSent(("PATCH /responses/response_123,response_456",
            """{"responses":[{"id":"response_123","title":"A"},{"id":"response_456","title":"A"}]}"""));
        var error = await sandbox.RefusedAsync("update_responses", """{"response_ids":"response_123","body":{"responses":[{"id":"response_456"}]}}""");
        Assert.Equal("conflict", error.Code);
    }

    [Fact]
    public async Task D33_02_CommasBetweenIdsStayLiteral()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync("update_responses", """{"response_ids":" response_123 ,response_456 ","body":{"subject":"A"}}""");
        Assert.Equal("PATCH /responses/response_123,response_456", Assert.Single(sandbox.Lines));
    }

    [Fact]
    public async Task D33_03_ReplacingFilesIsFlaggedAndALockIsExplained()
    {
        var definition = MissiveTools.Registry.GetDefinition("update_responses");
        Assert.True(definition.Effects.Destructive!.AppliesTo(definition, JsonElement.Parse("""{"body":{"attachments":[]}}""")));
        Assert.False(definition.Effects.Destructive!.AppliesTo(definition, JsonElement.Parse("""{"body":{"title":"A"}}""")));
        await using var sandbox = await FunctionSandbox.StartAsync();
        var refusal = await Assert.ThrowsAnyAsync<MissiveApiException>(
            () => sandbox.CallAsync("update_responses", """{"response_ids":"response_789","body":{"title":"A"}}"""));
        Assert.Contains("integrations", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task D34_01_CommasBetweenIdsStayLiteralAndNoIdIsRefused()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        Assert.Equal("response_ids", (await sandbox.RefusedAsync("delete_responses", """{"response_ids":" , "}""")).Path);
        await sandbox.CallAsync("delete_responses", """{"response_ids":"response_123, response_456"}""");
        Assert.Equal("DELETE /responses/response_123,response_456", Assert.Single(sandbox.Lines));
    }

    [Fact]
    public async Task D34_02_DeletingIsIrreversibleAndARefusalExplained()
    {
        Assert.True(MissiveTools.Registry.GetDefinition("delete_responses").Effects.Irreversible);
        await using var sandbox = await FunctionSandbox.StartAsync();
        var refusal = await Assert.ThrowsAnyAsync<MissiveApiException>(
            () => sandbox.CallAsync("delete_responses", """{"response_ids":"response_789"}"""));
        Assert.Contains("integrations", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task D35_01_AFlatReportIsPutIntoItsEnvelope()
    {
        await using var sandbox = await FunctionSandbox.StartAsync(options: new MissiveOptions { DefaultOrganization = "org_123" });
        await sandbox.CallAsync("create_analytics_report", """{"body":{"start":1777593600,"end":1778111999}}""");
        await sandbox.CallAsync("create_analytics_report", """{"body":{"reports":{"start":1777593600,"end":1778111999}}}""");
        const string Body = """{"reports":{"organization":"org_123","start":1777593600,"end":1778111999}}""";
        sandbox.AssertSent(("POST /analytics/reports", Body), ("POST /analytics/reports", Body));
    }

    [Fact]
    public async Task D35_02_TextsBecomeUnixSecondsAndNumbersPass()
    {
        await using var sandbox = await FunctionSandbox.StartAsync();
        await sandbox.CallAsync(
            "create_analytics_report", """{"body":{"organization":"org_123","start":"2026-05-01T00:00:00Z","end":1778111999}}""");
        Assert.Equal(1777593600, sandbox.BodyOf(0).GetProperty("reports").GetProperty("start").GetInt64());
        var missing = await sandbox.RefusedAsync("create_analytics_report", """{"body":{"start":1,"end":2}}""");
        Assert.Equal(("missing", "body.organization"), (missing.Code, missing.Path));
    }

    [Fact]
    public async Task D35_03_DaysAreWholeInTheZoneOfTheReport()
    {
        await using var sandbox = await FunctionSandbox.StartAsync(options: new MissiveOptions { TimeZone = "Asia/Tokyo" });
        await sandbox.CallAsync(
            "create_analytics_report", """{"body":{"organization":"org_123","start":"2026-05-01","end":"2026-05-06","time_zone":"Europe/Berlin"}}""");
        var report = sandbox.BodyOf(0).GetProperty("reports");
        Assert.Equal((1777586400, 1778104799), (report.GetProperty("start").GetInt64(), report.GetProperty("end").GetInt64()));
    }

    [Fact]
    public async Task D36_01_APendingReportIsAskedForAgainUntilItIsThere()
    {
        var clock = new SkippingClock();
        await using var sandbox = await FunctionSandbox.StartAsync(
            new MissiveEmulatorOptions { ReportDelay = TimeSpan.FromSeconds(12), TimeProvider = clock }, timeProvider: clock);
        var order = await sandbox.CallAsync(
            "create_analytics_report", """{"body":{"organization":"org_123","start":"2026-05-01","end":"2026-05-06"}}""");
        var id = order.GetProperty("reports").GetProperty("id").GetString();
        var report = await sandbox.CallAsync("get_analytics_report", $$$"""{"report_id":"{{{id}}}"}""");
        Assert.True(report.GetProperty("reports").TryGetProperty("selected_period", out _));
        Assert.Equal(4, sandbox.Lines.Count(line => line == $"GET /analytics/reports/{id}"));
    }

    [Fact]
    public async Task AReportThatDoesNotComeIsAnErrorWithItsThreeCauses()
    {
        var clock = new SkippingClock();
        await using var sandbox = await FunctionSandbox.StartAsync(timeProvider: clock);
        var error = await Assert.ThrowsAsync<MissiveReportUnavailableException>(
            () => sandbox.CallAsync("get_analytics_report", """{"report_id":"report_0"}"""));
        Assert.Equal(13, sandbox.Lines.Count);
        Assert.Contains("not finished", error.Message, StringComparison.Ordinal);
        Assert.Contains("expired", error.Message, StringComparison.Ordinal);
        Assert.Contains("ID is wrong", error.Message, StringComparison.Ordinal);
        Assert.IsType<MissiveNotFoundException>(error.InnerException);

        await using var impatient = await FunctionSandbox.StartAsync(options: new MissiveOptions { ReportWait = TimeSpan.Zero }, timeProvider: clock);
        await Assert.ThrowsAsync<MissiveReportUnavailableException>(() => impatient.CallAsync("get_analytics_report", """{"report_id":"report_0"}"""));
        Assert.Single(impatient.Lines);
    }
}
