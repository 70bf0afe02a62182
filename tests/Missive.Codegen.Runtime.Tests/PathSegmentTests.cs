using CsCheck;

namespace Missive.Codegen.Runtime.Tests;

public sealed class PathSegmentTests
{
    [Theory]
    [InlineData("task_123", "task_123")]
    [InlineData("a/b?c#d", "a%2Fb%3Fc%23d")]
    [InlineData("a b+c", "a%20b%2Bc")]
    [InlineData("a,b", "a%2Cb")]
    [InlineData("<id@example.test>", "%3Cid%40example.test%3E")]
    [InlineData("%2e%2e", "%252e%252e")]
    [InlineData("...", "...")]
    [InlineData("é", "%C3%A9")]
    [InlineData("\\", "%5C")]
    public void ATextBecomesOneSegment(string text, string expected) => Assert.Equal(expected, PathSegment.Encode(text));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a\r")]
    [InlineData("a\nb")]
    public void WhatLeadsElsewhereIsRefused(string text) => Assert.Throws<ArgumentException>(() => PathSegment.Encode(text));

    [Theory]
    [InlineData("a", "a")]
    [InlineData(" a , b/c ,, d ", "a,b%2Fc,d")]
    public void IdsAreJoinedByLiteralCommas(string list, string expected) => Assert.Equal(expected, PathSegment.EncodeList(list));

    [Theory]
    [InlineData("")]
    [InlineData(" , ,")]
    [InlineData("a,..")]
    public void AListWithoutProperIdsIsRefused(string list) => Assert.Throws<ArgumentException>(() => PathSegment.EncodeList(list));

    [Fact]
    public void EveryTextStaysInItsSegment()
        => Gen.String.Where(static text => !string.IsNullOrWhiteSpace(text) && text is not ("." or "..") && text.IndexOfAny(['\r', '\n']) < 0)
            .Sample(text =>
            {
                var segment = PathSegment.Encode(text);
                Assert.DoesNotContain(segment, static c => !(char.IsAsciiLetterOrDigit(c) || "-._~%".Contains(c, StringComparison.Ordinal)));

                var uri = new Uri($"https://api.example.test/v1/x/{segment}/y");
                Assert.Equal(5, uri.Segments.Length);
                Assert.Equal($"/v1/x/{segment}/y", uri.AbsolutePath);
                if (text.EnumerateRunes().All(static rune => rune.Value != 0xFFFD))
                {
                    Assert.Equal(text, Uri.UnescapeDataString(segment));
                }
            });
}
