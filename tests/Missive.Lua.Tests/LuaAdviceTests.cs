using System.Text.Json;
using Missive.Lua.Tests.Support;

namespace Missive.Lua.Tests;

public sealed class LuaAdviceTests
{
    [Theory]
    [InlineData("return os.time()", "index", "os", "Scripts have no os: time.now() is the time in Unix seconds, time.format(seconds) writes it, time.parse(text) reads it.")]
    [InlineData("io.open('x')", "index", "io", "Scripts reach no files: print shows values, and return hands them over.")]
    [InlineData("require('json')", "call", "require", "Scripts load nothing: json, regex, docs and time are there already.")]
    [InlineData("dofile('x.lua')", "call", "dofile", "Scripts run no text as code.")]
    [InlineData("load('return 1')", "call", "load", "Scripts run no text as code.")]
    [InlineData("print(unpack({1}))", "call", "unpack", "It is table.unpack.")]
    [InlineData("missive.list_tasks()", "index", "missive", "The functions are in app.integrations.missive.")]
    [InlineData("list_tasks({})", "call", "list_tasks", "It is app.integrations.missive.list_tasks.")]
    [InlineData("pritn('x')", "call", "pritn", "Did you mean print?")]
    [InlineData("console.log('x')", "index", "console", "print(value) shows values, tables too.")]
    [InlineData("for i in range(3) do end", "call", "range", "for i = 1, 3 do … end counts.")]
    [InlineData("print(len({}))", "call", "len", "#list is the number of items, #text that of bytes.")]
    [InlineData("requests.get('x')", "index", "requests", "Scripts reach no network but through app.integrations.missive.")]
    [InlineData("debug.traceback()", "index", "debug", "Scripts have no debug.")]
    public void AnErrorAboutAGlobalThatIsNotThereSaysWhatIs(string code, string what, string name, string hint)
    {
        var failure = Script.Failure(code);
        Assert.Equal($"script:1: attempt to {what} a nil value (global '{name}'). {hint}", failure.Message);
        Assert.Equal(hint, failure.Hint);
    }

    [Theory]
    [InlineData("print(answer.data.x)", "attempt to index a nil value (field 'data')", "There is no field data, or it is null. The last answer, of list_tasks, has tasks, offset; print(table) shows what a table holds.")]
    [InlineData("print(#answer.taks)", "attempt to get length of a nil value (field 'taks')", "There is no field taks, or it is null. Did you mean tasks? The last answer, of list_tasks, has tasks, offset; print(table) shows what a table holds.")]
    [InlineData("print(answer.tasks[1].titel:upper())", "attempt to index a nil value (field 'titel')", "There is no field titel, or it is null. Did you mean title? The last answer, of list_tasks, has tasks, offset; print(table) shows what a table holds.")]
    [InlineData("print(answer.task.title)", "attempt to index a nil value (field 'task')", "There is no field task, or it is null. Did you mean tasks? The last answer, of list_tasks, has tasks, offset; print(table) shows what a table holds.")]
    [InlineData("print(answer.tasks[1].assignee.name)", "attempt to index a nil value (field 'assignee')", "There is no field assignee, or it is null. The last answer, of list_tasks, has tasks, offset; print(table) shows what a table holds.")]
    public void AFieldThatIsNotThereIsToldWithWhatTheLastAnswerHas(string code, string message, string hint)
    {
        using var script = Script.Start(call: (_, _, _) => JsonElement.Parse("""{"tasks":[{"title":"x","assignee":null,"task":true}],"offset":5}"""));
        var failure = script.Next($"local answer = app.integrations.missive.list_tasks() {code}").Error!;
        Assert.Equal(($"script:1: {message}. {hint}", hint), (failure.Message, failure.Hint));
    }

    [Fact]
    public void WhatLiesTooDeepInEachOtherIsNotCalledARecursionAlone()
    {
        var failure = Script.Failure($"return {new string('(', 300)}1{new string(')', 300)}");
        Assert.Equal("Brackets, functions or calls lie in each other too deep, or a function calls itself without end.", failure.Hint);
    }

    [Fact]
    public void AnAnswerWithAnyNumberOfFieldsIsToldByItsFirst()
    {
        var fields = string.Join(',', Enumerable.Range(1, 100_000).Select(static number => $"\"field_{number}\":1"));
        using var script = Script.Start(call: (_, _, _) => JsonElement.Parse($"{{{fields}}}"));
        var failure = script.Next("print(app.integrations.missive.list_tasks().filed_9.x)").Error!;
        Assert.StartsWith("There is no field filed_9, or it is null. Did you mean field_9? The last answer, of list_tasks, has field_1, field_2,", failure.Hint, StringComparison.Ordinal);
        Assert.EndsWith(" field_20 and others; print(table) shows what a table holds.", failure.Hint, StringComparison.Ordinal);

        // A name of any length is not shown twice.
        Assert.Null(script.Next("local t = {} print(t." + new string('x', 100_000) + ".y)").Error!.Hint);
    }

    [Fact]
    public void AListThatIsNotThereIsToldWithWhatTheLastAnswerHas()
    {
        using var script = Script.Start(call: (_, _, _) => JsonElement.Parse("""{"tasks":[]}"""));
        Assert.Equal(
            "script:1: bad argument #1 to 'ipairs' (table expected, got nil). The last answer, of list_tasks, has tasks; print(table) shows what a table holds.",
            script.Next("for _, task in ipairs(app.integrations.missive.list_tasks().data) do end").Error!.Message);

        // The next run has been answered nothing.
        Assert.EndsWith(". print(table) shows what a table holds.", script.Next("for _, task in ipairs(nil) do end").Error!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"tasks":[{"id":"a"}],"offset":5}""", "Its list is tasks: ipairs(answer.tasks).")]
    [InlineData("""{"tasks":[],"users":[]}""", "It has tasks, users.")]
    [InlineData("""{"task":{"id":"a"}}""", "It has task.")]
    public void ALoopOverAnAnswerThatIsNoListSaysWhereTheListIs(string answer, string hint)
    {
        using var script = Script.Start(call: (_, _, _) => JsonElement.Parse(answer));
        var failure = script.Next("local answer = app.integrations.missive.list_tasks()\nfor _, task in ipairs(answer) do end").Error!;
        Assert.Equal(($"script:2: ipairs: the answer of list_tasks is no list. {hint}", hint), (failure.Message, failure.Hint));
    }

    [Theory]
    [InlineData("[]", "list()")]
    [InlineData("[1]", "list()")]
    [InlineData("{}", "list()")]
    [InlineData("""{"tasks":[]}""", "list().tasks")]
    [InlineData("""{"tasks":[]}""", "list() and { count = 0 }")]
    public void OtherTablesAreGoneThroughWhateverTheyHold(string answer, string list)
    {
        using var script = Script.Start(call: (_, _, _) => JsonElement.Parse(answer));
        Assert.Null(script.Next($"local list = app.integrations.missive.list_tasks for _ in ipairs({list}) do end").Error);
    }

    [Theory]
    [InlineData("ipairs(5)", "number")]
    [InlineData("ipairs()", "no value")]
    [InlineData("ipairs(json.null)", "userdata")]
    public void ALoopOverWhatIsNoListSaysWhereItIs(string list, string kind)
        => Assert.Equal($"script:2: bad argument #1 to 'ipairs' (table expected, got {kind})", Script.Failure($"local x\nfor _ in {list} do end").Message);

    [Theory]
    [InlineData("table.sort({ 3, 'a' })", "attempt to compare string with number")]
    [InlineData("table.sort({ 1, nil, 3 })", "attempt to compare nil with number. What is not there, or null, is nil: (a.x or 0) < (b.x or 0) compares it too.")]
    [InlineData("table.sort({ {}, {} })", "attempt to compare two table values. Compare fields: a.x < b.x; table.sort(list, function(a, b) return a.x < b.x end) sorts by one.")]
    [InlineData("table.sort({ 1, 2, 3, 4 }, function() return true end)", "invalid order function for sorting")]
    [InlineData("table.sort(5)", "bad argument #1 to 'sort' (table expected, got number)")]
    [InlineData("table.sort({ 1, 2 }, 5)", "bad argument #2 to 'sort' (function expected, got number)")]
    [InlineData("rawset({}, nil, 1)", "table index is nil")]
    [InlineData("setmetatable(1, {})", "bad argument #1 to 'setmetatable' (table expected, got number)")]
    public void LuasOwnFunctionsSayWhereTheyFailed(string call, string message)
    {
        Assert.Equal($"script:2: {message}", Script.Failure($"local x\n{call}").Message);
        Assert.StartsWith($"script:3: {message.Split(". ")[0]}", Script.Output($"print(select(2, pcall(function()\nlocal x\n{call} end)))"), StringComparison.Ordinal);
    }

    [Fact]
    public void WhatAScriptRaisesWhileItSortsIsPassedOnAsItIs()
    {
        Assert.Equal("plain", Script.Failure("table.sort({ 2, 1 }, function() error('plain', 0) end)").Message);
        Assert.Equal("true", Script.Output("local value = {} print(select(2, pcall(table.sort, { 2, 1 }, function() error(value) end)) == value)"));
        Assert.Equal("0\t1 2 3", Script.Output("local list = { 3, 1, 2 } print(select('#', table.sort(list)), table.concat(list, ' '))"));
        Assert.Equal("script:1: bad", Script.Failure("table.sort({ 2, 1 }, function() error('bad') end)").Message);
    }

    [Fact]
    public void AnItemThatIsNotThereIsTold()
        => Assert.EndsWith(". There is no item at that place. print(table) shows what a table holds.", Script.Failure("local t = {} print(t[1].title)").Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("docs.serach('x')", "docs.serach. Did you mean: docs.search? There are docs.list, docs.read, docs.search.")]
    [InlineData("time.nwo()", "time.nwo. Did you mean: time.now? There are time.format, time.now, time.parse.")]
    [InlineData("json.stringify({})", "json.stringify. There are json.array, json.decode, json.encode, json.null, json.object.")]
    [InlineData("regex.match_al('a', 'b')", "regex.match_al. Did you mean: regex.match_all, regex.match? There are regex.gsub, regex.match, regex.match_all.")]
    [InlineData("docs[docs]()", "docs.table. There are docs.list, docs.read, docs.search.")]
    public void AMisspeltMemberOfALibrarySaysWhatTheLibraryHas(string code, string message)
    {
        var failure = Script.Failure(code);
        Assert.Equal($"script:1: Unknown function: {message}", failure.Message);
        Assert.Equal(LuaFailureCodes.UnknownFunction, failure.Code);
        Assert.EndsWith(failure.Hint!, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ALibraryCanBeExtendedAndItsMembersListed()
        => Assert.Equal("1\tlist,read,search", Script.Output("""
            function time.one() return 1 end
            local names = {}
            for name in pairs(docs) do names[#names + 1] = name end
            table.sort(names)
            print(time.one(), table.concat(names, ","))
            """));

    [Theory]
    [InlineData("local s = 'x' s:trim()", "text:match(\"^%s*(.-)%s*$\") trims.")]
    [InlineData("string.starts_with('x', 'y')", "text:sub(1, #start) == start says whether it starts so.")]
    [InlineData("local s = 'x' s:uper()", "Did you mean upper?")]
    [InlineData("table.conact({})", "Did you mean table.concat?")]
    [InlineData("print('x' .. {})", "tostring(table) is its text, json.encode(table) its JSON.")]
    [InlineData("lua_read_doc('x')", "docs.list() shows what there is, docs.search(words) finds functions, docs.read(page) is a page.")]
    [InlineData("app.lua_read_doc('x')", "docs.list() shows what there is, docs.search(words) finds functions, docs.read(page) is a page.")]
    [InlineData("app.list_tasks()", "It is app.integrations.missive.list_tasks.")]
    [InlineData("app.integrations.missive_list_tasks()", "It is app.integrations.missive.list_tasks.")]
    public void WhatOtherLanguagesAndHostsHaveIsToldInLua(string code, string hint)
    {
        var failure = Script.Failure(code);
        Assert.Equal(hint, failure.Hint);
        Assert.EndsWith($" {hint}", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("local x = 1 if x != 1 then end", "Not equal is ~=, and not is not.")]
    [InlineData("if x && y then end", "Conditions are joined with and.")]
    [InlineData("if x || y then end", "Conditions are joined with or.")]
    [InlineData("local y = x ? 1 : 2", "There is no ?: and no ?. in Lua: write condition and a or b, and a and a.b.")]
    [InlineData("print(`x`)", "Texts stand between quotes, or between [[ and ]].")]
    [InlineData("if x = 1 then end", "Equality is ==.")]
    [InlineData("if x === 1 then end", "Equality is ==.")]
    [InlineData("print(limit=5)", "Arguments by name stand in braces: f({ name = value }). Equality is ==.")]
    [InlineData("local t = {\"a\": 1}", "Fields are written name = value, or [\"a name\"] = value.")]
    [InlineData("function f() { return 1 }", "Blocks have no braces: then, do or function begins them, and end ends them.")]
    [InlineData("for (i = 0; i < 3; i++) do end", "Loops are written without brackets: for i = 1, 3 do … end.")]
    [InlineData("for i = 1, 3 do if i == 2 then continue end end", "A name alone does nothing. There is no continue: goto next goes on at ::next::.")]
    [InlineData("let x = 1", "Variables are declared with local, functions with function f() … end; else if is elseif.")]
    [InlineData("if a then b = 1 elif c then d = 1 end", "Variables are declared with local, functions with function f() … end; else if is elseif.")]
    [InlineData("if a then\nb = 1 else if c then d = 1 end", "Every if, for, while, do and function has an end of its own; else if is one word, elseif.")]
    [InlineData("local list = {} list:insert(1)", "Lists have no methods: table.insert(list).")]
    [InlineData("local list = [1, 2]", "Lists are written in braces: { 1, 2 }.")]
    [InlineData("// all", "Comments begin with --.")]
    [InlineData("local x = 1 # all", "Comments begin with --.")]
    [InlineData("x += 1", "There is no += and no ++ in Lua: write x = x + 1.")]
    [InlineData("x -= 1", "There is no -= in Lua: write x = x - 1.")]
    [InlineData("local x = regex.match('1', '(\\d)')", "In a text, \\ is written twice, as in \"\\\\d\"; between [[ and ]] it is written once.")]
    [InlineData("print(('abc'):match('%d')[1])", "What a call or an expression gave is nil: string.match, for one, gives nil where nothing matches.")]
    [InlineData("local t = { {}, { due = 1 } } table.sort(t, function(a, b) return a.due > b.due end)", "What is not there, or null, is nil: (a.x or 0) < (b.x or 0) compares it too.")]
    [InlineData("local x = 'a' + 'b'", "Texts are joined with two dots: a .. b.")]
    public void WhatOtherLanguagesWriteIsToldAsLuaWritesIt(string code, string hint)
    {
        var failure = Script.Failure(code);
        Assert.Equal(hint, failure.Hint);
        Assert.EndsWith($". {hint}", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("answer.tasks = 1", "script:1: attempt to index a nil value (global 'answer')")]
    [InlineData("local x; x()", "script:1: attempt to call a nil value (local 'x')")]
    [InlineData("local os = nil; os.time()", "script:1: attempt to index a nil value (local 'os')")]
    public void NothingIsSaidOfOtherNames(string code, string message)
    {
        var failure = Script.Failure(code);
        Assert.Equal((message, null), (failure.Message, failure.Hint));
    }

    [Fact]
    public void ALoopOverATableSaysHowItIsWritten()
        => Assert.Equal(
            "script:1: attempt to call a table value (for iterator 'for iterator'). Write ipairs(list) or pairs(table) behind in.",
            Script.Failure("for i, v in { 1, 2 } do print(v) end").Message);

    [Fact]
    public void WhetherAGlobalIsThereCanBeAsked() => Assert.Equal("nil\tfalse", Script.Output("print(type(os), io and true or false)"));
}
