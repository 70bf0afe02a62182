using Missive.Tools.Tests.Support;

namespace Missive.Tools.Tests.Transport;

public sealed class PathTests
{
    [Theory]
    [InlineData("/tasks")]
    [InlineData("/tasks/")]
    [InlineData("/tasks/a%2Fb,c%20d")]
    [InlineData("/contacts?search=a%2F..%2Fb&x=[1]&y=../..//")]
    [InlineData("/a.b/..c/d..")]
    [InlineData("/tasks/task_123:1@x!$&'()*+;=~")]
    public void A_path_below_the_base_is_taken_verbatim(string path)
    {
        Assert.Null(RequestPath.FindFault(path));
        var url = new BaseAddress(new Uri("https://api.example.test/v1/")).Combine(path);
        Assert.Equal("https://api.example.test/v1" + path, url.OriginalString);
        Assert.Equal("/v1" + path, url.PathAndQuery);
    }

    [Theory]
    [InlineData("")]
    [InlineData("tasks")]
    [InlineData("@evil.example/x")]
    [InlineData(".evil.example/x")]
    [InlineData(":8080/x")]
    [InlineData("?x=1")]
    [InlineData("//evil.example/x")]
    [InlineData("/tasks//x")]
    [InlineData("https://evil.example/x")]
    [InlineData("/\\evil.example/x")]
    [InlineData("\\\\evil.example")]
    [InlineData("/..")]
    [InlineData("/../admin")]
    [InlineData("/tasks/../../admin")]
    [InlineData("/tasks/./x")]
    [InlineData("/tasks/%2e%2E/x")]
    [InlineData("/tasks/.%2e")]
    [InlineData("/tasks/%2e%2e%2fadmin")]
    [InlineData("/tasks/..%5Cadmin")]
    [InlineData("/tasks\r\nX: y")]
    [InlineData("/tasks?x=\ny")]
    [InlineData("/tasks#x")]
    [InlineData("/tasks?x=#y")]
    [InlineData("/tasks/{task_id}")]
    [InlineData("/tasks/a b")]
    [InlineData("/tasks/ä")]
    [InlineData("/tasks?x=ä")]
    [InlineData("/tasks\0")]
    public async Task A_path_that_leads_elsewhere_is_refused_and_nothing_is_sent(string path)
    {
        await using var sandbox = await Sandbox.StartAsync();
        var error = await Assert.ThrowsAsync<MissiveTransportException>(() => sandbox.Get(path));
        Assert.Equal(MissiveTransportFailure.PathRefused, error.Failure);
        Assert.EndsWith("Nothing was sent.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        Assert.Empty(sandbox.Emulator.Requests);
    }

    [Theory]
    [InlineData("https://public.missiveapp.com/v1")]
    [InlineData("https://public.missiveapp.com/v1/")]
    [InlineData("https://public.missiveapp.com")]
    [InlineData("https://public.missiveapp.com:8443/a/b")]
    [InlineData("http://127.0.0.1:5000/v1")]
    [InlineData("http://127.9.9.9/v1")]
    [InlineData("http://[::1]:5000/v1")]
    [InlineData("http://LOCALHOST/v1")]
    public void A_safe_base_url_is_taken(string url)
    {
        Assert.Null(BaseAddress.FindFault(new Uri(url)));
        Assert.Equal(url.TrimEnd('/').ToLowerInvariant() + "/tasks", new BaseAddress(new Uri(url)).Combine("/tasks").AbsoluteUri);
    }

    [Theory]
    [InlineData("/v1", "absolute")]
    [InlineData("http://public.missiveapp.com/v1", "must be https")]
    [InlineData("http://127.0.0.1.evil.example/v1", "must be https")]
    [InlineData("http://localhost.evil.example/v1", "must be https")]
    [InlineData("http://10.0.0.1/v1", "must be https")]
    [InlineData("ftp://127.0.0.1/v1", "must be https")]
    [InlineData("file:///v1", "must be https")]
    [InlineData("https://user@public.missiveapp.com/v1", "user name")]
    [InlineData("https://user:secret@public.missiveapp.com/v1", "user name")]
    [InlineData("https://public.missiveapp.com/v1?x=1", "query")]
    [InlineData("https://public.missiveapp.com/v1?", "query")]
    [InlineData("https://public.missiveapp.com/v1#x", "fragment")]
    [InlineData("https://public.missiveapp.com/v1\\x", "backslash")]
    public void An_unsafe_base_url_is_refused_with_advice(string url, string fault)
    {
        var text = BaseAddress.FindFault(new Uri(url, UriKind.RelativeOrAbsolute));
        Assert.Contains(fault, text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
    }
}
