using Missive.Codegen.Runtime.Tests.Library;

namespace Missive.Codegen.Runtime.Tests;

public sealed class BulkBodyTests
{
    private static readonly ToolSettings North = Json.Settings(("default_branch", "\"north\""));

    [Theory]
    [InlineData("""{"name":"M"}""")]
    [InlineData("""[{"name":"M"}]""")]
    [InlineData("""{"members":{"name":"M"}}""")]
    [InlineData("""{"members":[{"name":"M"}]}""")]
    public void OneObjectIsAcceptedInEveryForm(string body)
        => Assert.Equal("""{"members":[{"name":"M","branch":"north"}]}""", Body(Definitions.CreateMembers, $$"""{"body":{{body}}}"""));

    [Theory]
    [InlineData("""[{"name":"M"},{"name":"N","branch":"south"}]""")]
    [InlineData("""{"members":[{"name":"M"},{"name":"N","branch":"south"}]}""")]
    public void AListIsAcceptedInBothForms(string body)
        => Assert.Equal(
            """{"members":[{"name":"M","branch":"north"},{"name":"N","branch":"south"}]}""",
            Body(Definitions.CreateMembers, $$"""{"body":{{body}}}"""));

    [Theory]
    [InlineData("[]", "too_few", "body")]
    [InlineData("""{"members":[]}""", "too_few", "body.members")]
    [InlineData("""{"members":null}""", "missing", "body.members")]
    [InlineData("{}", "missing", "body.name")]
    [InlineData("""{"members":{}}""", "missing", "body.members.name")]
    [InlineData("""[{"name":"M"},{}]""", "missing", "body[1].name")]
    [InlineData("""{"members":[{"name":"M"},5]}""", "wrong_type", "body.members[1]")]
    [InlineData("""{"members":{"name":"M"},"note":1}""", "unknown", "body.note")]
    [InlineData("5", "wrong_type", "body")]
    public void PathsAreThoseThatTheCallerWrote(string body, string code, string path)
    {
        var error = Assert.Single(ToolValidator.Validate(Definitions.CreateMembers, Json.Parse($$"""{"body":{{body}}}"""), new() { Settings = North }).Errors);

        Assert.Equal((code, path), (error.Code, error.Path));
    }

    [Theory]
    [InlineData("a", """{"name":"N"}""", """[{"id":"a","name":"N"}]""")]
    [InlineData("a, b", """{"name":"N"}""", """[{"id":"a","name":"N"},{"id":"b","name":"N"}]""")]
    [InlineData("a,b", """{"members":[{"name":"N"}]}""", """[{"id":"a","name":"N"},{"id":"b","name":"N"}]""")]
    [InlineData("a,b", """[{"name":"M","id":"b"},{"id":"a"}]""", """[{"id":"b","name":"M"},{"id":"a"}]""")]
    [InlineData("a", """{"id":"a","name":"N"}""", """[{"id":"a","name":"N"}]""")]
    [InlineData("a", """{"id":null,"name":"N"}""", """[{"id":"a","name":"N"}]""")]
    public void IdsAreFilledInOrEqual(string ids, string body, string items)
        => Assert.Equal($$"""{"members":{{items}}}""", Body(Definitions.UpdateMembers, $$"""{"member_ids":"{{ids}}","body":{{body}}}"""));

    [Theory]
    [InlineData("a", """{"id":"b"}""", "conflict", "body")]
    [InlineData("a,b", """[{"id":"a"}]""", "conflict", "body")]
    [InlineData("a", """{"members":[{"id":"a"},{"id":"b"}]}""", "conflict", "body.members")]
    [InlineData("a,b", """[{"id":"a"},{"id":"a"},{"id":"b"}]""", "conflict", "body")]
    [InlineData("a,b", """[{"id":"a"},{"name":"N"}]""", "missing", "body[1].id")]
    [InlineData("a", """{"id":5}""", "wrong_type", "body.id")]
    [InlineData("a,b", """[{"id":["a"]},{"id":"b"}]""", "wrong_type", "body[0].id")]
    [InlineData(" , ", """{"name":"N"}""", "too_short", "member_ids")]
    [InlineData("a,..", """{"name":"N"}""", "not_allowed", "member_ids")]
    public void OtherIdsAreRefused(string ids, string body, string code, string path)
    {
        var error = Assert.Single(ToolValidator.Validate(Definitions.UpdateMembers, Json.Parse($$"""{"member_ids":"{{ids}}","body":{{body}}}""")).Errors);

        Assert.Equal((code, path), (error.Code, error.Path));
    }

    [Fact]
    public void BothSetsOfIdsAreNamed()
        => Assert.Equal(
            "body: the ids of the items have to be those of member_ids, each once: expected a, b, got a, c.",
            ToolValidator.Validate(Definitions.UpdateMembers, Json.Parse("""{"member_ids":"a,b","body":[{"id":"a"},{"id":"c"}]}""")).Errors[0].Message);

    [Fact]
    public void ContentIsReadWithoutItsEnvelope()
    {
        var body = Definitions.CreateMembers.Parameters[0];

        var list = BodyContent.Of(body, Json.Parse("""{"members":[{"name":"M"},{"name":"N"}]}"""));
        var single = BodyContent.Of(body, Json.Parse("""{"name":"M"}"""));

        Assert.True(list is { IsEnveloped: true, IsList: true, Count: 2 });
        Assert.True(single is { IsEnveloped: false, IsList: false, Count: 1 });
        var names = new List<string?>();
        foreach (var item in list)
        {
            names.Add(item.GetProperty("name").GetString());
        }

        Assert.Equal(["M", "N"], names);
    }

    [Theory]
    [InlineData("""{"note":{"a":"x"}}""", true)]
    [InlineData("""{"note":"x"}""", false)]
    [InlineData("""{"note":{"a":"x"},"title":"t"}""", false)]
    public void AnEnvelopeNamedLikeAFieldIsOneOnlyWhenItStandsAlone(string body, bool isEnveloped)
    {
        var type = new ObjectType("Noted", static () => [new() { Name = "note", Type = DataType.Any() }, new() { Name = "title", Type = DataType.String() }]);
        var parameter = new ToolParameter { Name = "body", Type = type, Location = ParameterLocation.Body, Envelope = "note" };

        Assert.Equal(isEnveloped, BodyContent.Of(parameter, Json.Parse(body)).IsEnveloped);
    }

    private static string Body(ToolDefinition definition, string arguments)
    {
        var call = Json.Parse(arguments);
        ToolValidator.ThrowIfInvalid(definition, call, new() { Settings = North });
        return Json.Text(ToolRequestBuilder.Build(definition, call, North).Body);
    }
}
