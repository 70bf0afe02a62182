using System.Text.Json;
using Missive.Codegen.Model;
using Missive.Codegen.Runtime;
using Missive.Tools.Tests.Support;

namespace Missive.Tools.Tests.Examples;

/// <summary>Every example of the manifest, over the wire.</summary>
public sealed class ExampleTests
{
    // A call whose point is a member that the type does not have.
    private static readonly HashSet<string> Inexpressible =
    [
        "update_contacts: Refuse the shorthand for an email",
    ];

    public static TheoryData<string, string> Examples => ManifestData.Examples();

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task AnExampleSendsWhatTheManifestSays(string function, string title)
    {
        var example = ManifestData.Example(function, title);
        await using var sandbox = await FunctionSandbox.StartAsync();
        var call = () => sandbox.CallAsync(function, ManifestData.JsonOf(example.Args));
        if (example.Error is { } error)
        {
            AssertRefused(error, await Record.ExceptionAsync(call));
        }
        else
        {
            var result = await call();
            Assert.Equal(JsonValueKind.Object, result.ValueKind);
        }

        sandbox.AssertSent([.. example.Sends.Select(static request
            => new Expected($"{request.Request.Method} {request.Request.Path}", request.Body is { } body ? ManifestData.JsonOf(body) : null))]);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task TypedCSharpSendsTheSameBytesAsJson(string function, string title)
    {
        var example = ManifestData.Example(function, title);
        var arguments = JsonElement.Parse(ManifestData.JsonOf(example.Args));
        await using var typed = await FunctionSandbox.StartAsync();
        var isExpressible = true;
        var typedError = await Record.ExceptionAsync(async () =>
            isExpressible = await TypedCall.TryInvokeAsync(function, arguments, typed.Invoker, TestContext.Current.CancellationToken));
        Assert.Equal(isExpressible, !Inexpressible.Contains($"{function}: {title}"));
        if (!isExpressible)
        {
            return;
        }

        await using var json = await FunctionSandbox.StartAsync();
        var jsonError = await Record.ExceptionAsync(() => json.CallAsync(function, arguments.GetRawText()));
        Assert.Equal(jsonError?.GetType(), typedError?.GetType());
        Assert.Equal(
            json.Emulator.Requests.Select(static request => (request.Line, request.BodyText)),
            typed.Emulator.Requests.Select(static request => (request.Line, request.BodyText)));
    }

    [Fact]
    public void TheManifestHasExamplesOfEveryFunction()
    {
        Assert.Equal(MissiveTools.Registry.Tools.Select(static tool => tool.Name), ManifestData.Functions.Select(static function => function.Name));
        Assert.All(ManifestData.Functions, static function => Assert.NotEmpty(function.Examples));
    }

    private static void AssertRefused(ExpectedError expected, Exception? actual)
    {
        switch (actual)
        {
            case ToolValidationException refusal:
                Assert.Contains(refusal.Errors, error => error.Code == expected.Code && error.Path == (expected.Path ?? error.Path));
                break;
            case MissiveNotOfferedException:
                Assert.Equal("not_offered", expected.Code);
                break;
            default:
                Assert.Fail($"Expected {expected.Code} at {expected.Path}, got {actual?.ToString() ?? "a result"}.");
                break;
        }
    }
}
