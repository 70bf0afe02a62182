-- Generated from manifest/. Edit that, then build. content 95e8192fdb6a8580
---@meta
-- luacheck: globals app docs dump json regex time
-- luacheck: no max line length, no unused

---Where a book is.
---@alias library.BookState
---| "available"
---| "on_loan" # Somebody has it.
---| "lost" # Nobody knows.

---Kind of a book.
---@alias library.BookKind
---| "print"
---| "audio"

---How a book is bound.
---@alias library.Binding
---| "hardcover"
---| "paperback"
---| "spiral / wire"

---What a book is about.
---Deprecated since 2.1. Tags say more.
---@alias library.Genre
---| "fiction"
---| "science"

---Somebody who wrote a book.
---@class library.Author
---@field name string Name. (1 to 200 characters)
---@field born? integer Year of birth. (at least 0)

---Which books are listed.
---@class library.BookListParams
---@field state? library.BookState Where they are. (one of available, on_loan, lost)
---@field tags? string[] Tags that they have. (at most 5 items)
---@field branch? string Branch that owns them. (filled from the setting default_branch when absent)
---@field limit? integer Number of books to return. (1 to 200; default 50)
---@field offset? integer Number of books to skip. (at least 0; default 0)

---A book to add.
---@class library.NewBook
---@field title string Title. (at most 300 characters)
---@field branch? string Branch that owns it. (UUID; filled from the setting default_branch when absent)
---@field kind library.BookKind Kind. (one of print, audio)
---@field binding? library.Binding Binding of a printed book. (one of hardcover, paperback, spiral / wire)
---@field minutes? integer Length of an audio book. (at least 1; in minutes)
---@field isbn? string ISBN.
---@field authors? library.Author[] Who wrote it. (1 to 20 items)
---@field anonymous? boolean Nobody knows who wrote it.
---@field acquired_at? integer|string When it was bought. (Unix seconds or ISO 8601; a date alone means the start of that day; without a zone, in that of time_zone)
---@field time_zone? string Time zone of acquired_at. (time zone)
---@field prices? table<string, number> Prices by currency.
---@field extra? table<string, any> Whatever the branch wants to keep.
---@field anything? any Any JSON.
---@field genre? library.Genre Genre. (one of fiction, science) Deprecated since 2.1. Tags say more.

---What to change; what is left out stays.
---@class library.BookChanges
---@field id? string Book ID; filled in when one change is for several books.
---@field title? string Title. (at most 300 characters)
---@field state? library.BookState Where it is. (one of available, on_loan, lost)
---@field lost_at? integer|string When it was missed. (Unix seconds or ISO 8601)
---@field found_at? integer|string When it was found. (Unix seconds or ISO 8601; null allowed)
---@field tags? string[] Tags; replaces those it has.

---A book.
---@class library.Book
---@field id? string ID. (UUID)
---@field title? string Title.
---@field state? library.BookState Where it is. (one of available, on_loan, lost)
---@field genre? library.Genre Genre. (one of fiction, science; may be null) Deprecated since 2.1.
---@field acquired_at? integer When it was bought. (Unix seconds; may be null)
---@field authors? string[] Names of who wrote it.
---@field prices? table<string, number> Prices by currency.
---@field json? table<string, any> Whatever the branch keeps. (undocumented by the API)

---A book with its authors as objects.
---@class library.BookDetail
---@field id? string ID. (UUID)
---@field title? string Title.
---@field state? library.BookState Where it is. (one of available, on_loan, lost)
---@field genre? library.Genre Genre. (one of fiction, science; may be null) Deprecated since 2.1.
---@field acquired_at? integer When it was bought. (Unix seconds; may be null)
---@field authors? library.Author[] Who wrote it.
---@field prices? table<string, number> Prices by currency.
---@field json? table<string, any> Whatever the branch keeps. (undocumented by the API)
---@field state_history? library.BookState[] Where it was. (one of available, on_loan, lost)

---Which loans are listed.
---@class library.LoanListParams
---@field reader string Reader ID.
---@field limit? integer Number of loans to return. (at least 1)
---@field until? integer|string Lists only what was lent before. (Unix seconds or ISO 8601)

---A book that somebody has.
---@class library.Loan
---@field id? string ID.
---@field book? library.Book The book.
---@field lent_at? integer When it was lent; the cursor of loan lists. (Unix seconds)
---@field due_at? integer When it has to be back. (Unix seconds; may be null)

---Arguments of list_books.
---@class (exact) library.ListBooksArguments
---@field params? library.BookListParams Query parameters such as state, limit, and offset.

---Result of list_books.
---@class library.ListBooksResult
---@field books library.Book[]
---@field pagination { offset: integer, limit: integer, returned: integer, has_more: boolean?, next_until: integer?, incomplete: boolean } How far the list was read.

---Arguments of get_books.
---@class (exact) library.GetBooksArguments
---@field book_ids string Book ID, or several with commas between them.

---Result of get_books.
---@class library.GetBooksResult
---@field books library.BookDetail[]

---Arguments of create_books.
---@class (exact) library.CreateBooksArguments
---@field body library.NewBook|library.NewBook[]|{ books: library.NewBook|library.NewBook[] } A book or a list of them.

---Result of create_books.
---@class library.CreateBooksResult
---@field books library.Book[]

---Arguments of update_books.
---@class (exact) library.UpdateBooksArguments
---@field book_ids string Book ID, or several with commas between them.
---@field body library.BookChanges|library.BookChanges[]|{ books: library.BookChanges|library.BookChanges[] } What to change.

---Result of update_books.
---@class library.UpdateBooksResult
---@field books library.Book[]

---Arguments of archive_book.
---@class (exact) library.ArchiveBookArguments
---@field book_id string Book ID.

---Result of archive_book.
---@class library.ArchiveBookResult
---@field book library.Book[]

---Arguments of delete_book.
---@class (exact) library.DeleteBookArguments
---@field book_id string Book ID.
---@field force? boolean Throw it away although it is on loan. Deprecated since 1.5.

---Result of delete_book.
---@class library.DeleteBookResult
---@field ok boolean Whether the API accepted the call.
---@field status integer The HTTP status of the answer.

---Arguments of list_loans.
---@class (exact) library.ListLoansArguments
---@field params library.LoanListParams Query parameters such as reader, limit, and until.

---Result of list_loans.
---@class library.ListLoansResult
---@field loans library.Loan[]
---@field pagination { offset: integer, limit: integer, returned: integer, has_more: boolean?, next_until: integer?, incomplete: boolean } How far the list was read.

---Arguments of get_loan.
---@class (exact) library.GetLoanArguments
---@field loan_id integer Number of the loan. (at least 1)

---Result of get_loan.
---@class library.GetLoanResult
---@field loans library.Loan|library.Loan[]

---Arguments of lend_book.
---@class (exact) library.LendBookArguments
---@field book_id string Book ID.
---@field reader? string Reader ID.
---@field reader_email? string Email of the reader. (email) Deprecated since 1.8; use reader. Emails change.
---@field days? integer How long. (1 to 60; in days; default 21)
---@field due? integer|string When it has to be back. (Unix seconds or ISO 8601; a date alone means the end of that day)
---@field deposit? number Money left in pledge. (at least 0)
---@field notify? boolean Tell the reader by email. (default false)
---@field end? string Where it is handed over; a word that languages reserve.

---Result of lend_book.
---@class library.LendBookResult
---@field loan library.Loan
---@field receipt? string Number of the receipt.
---@field printed_at? integer When the receipt was printed. (Unix seconds) Deprecated. Receipts are no longer printed.

---Arguments of read_statistics.
---@class (exact) library.ReadStatisticsArguments

---Result of read_statistics.
---@class library.ReadStatisticsResult
---@field [string] any The API's JSON as it is.

---Arguments of set_labels.
---@class (exact) library.SetLabelsArguments
---@field loan_id string Loan ID.
---@field labels table<string, string> Texts by label.

---Result of set_labels.
---@class library.SetLabelsResult
---@field ok boolean Whether the API accepted the call.
---@field status integer The HTTP status of the answer.

---Books and loans of a small library.
---@class library.Functions
local functions = {}

---List books, the newest first.
---
---Lost books are listed too; state tells them apart.
---@param arguments? library.ListBooksArguments
---@return library.ListBooksResult
functions.list_books = function(arguments) end

---Alias of list_books. List books, the newest first.
---@param arguments? library.ListBooksArguments
---@return library.ListBooksResult
functions.find_books = function(arguments) end

---Read one book or several.
---@param arguments library.GetBooksArguments
---@return library.GetBooksResult
functions.get_books = function(arguments) end

---Add books to a branch.
---@param arguments library.CreateBooksArguments
---@return library.CreateBooksResult
functions.create_books = function(arguments) end

---Change books.
---
---Overwrites existing data when body.title or body.tags is given; safe to repeat.
---@param arguments library.UpdateBooksArguments
---@return library.UpdateBooksResult
functions.update_books = function(arguments) end

---Put a book into the archive.
---
---Safe to repeat.
---@param arguments library.ArchiveBookArguments
---@return library.ArchiveBookResult
functions.archive_book = function(arguments) end

---Alias of archive_book. Put a book into the archive.
---@param arguments library.ArchiveBookArguments
---@return library.ArchiveBookResult
functions.retire_book = function(arguments) end

---Alias of archive_book. Put a book into the archive.
---@param arguments library.ArchiveBookArguments
---@return library.ArchiveBookResult
functions.store_book = function(arguments) end

---Throw a book away.
---
---Cannot be undone; rests on a call that the API does not document.
---
---Deprecated since 2.0; use archive_book. Books are kept now.
---@deprecated
---@param arguments library.DeleteBookArguments
---@return library.DeleteBookResult
functions.delete_book = function(arguments) end

---Alias of delete_book. Throw a book away.
---@deprecated
---@param arguments library.DeleteBookArguments
---@return library.DeleteBookResult
functions.remove_book = function(arguments) end

---List the loans of a reader.
---@param arguments library.ListLoansArguments
---@return library.ListLoansResult
functions.list_loans = function(arguments) end

---Read a loan.
---@param arguments library.GetLoanArguments
---@return library.GetLoanResult
functions.get_loan = function(arguments) end

---Lend a book to a reader.
---
---Without days and due the branch decides. A lost book cannot be lent. Sends a message when notify is given; approximate: the API lacks the thing itself, see the notes.
---@param arguments library.LendBookArguments
---@return library.LendBookResult
functions.lend_book = function(arguments) end

---Read the figures of a branch.
---@param arguments? library.ReadStatisticsArguments
---@return library.ReadStatisticsResult
functions.read_statistics = function(arguments) end

---Set the labels of a loan.
---
---Overwrites existing data; safe to repeat.
---@param arguments library.SetLabelsArguments
---@return library.SetLabelsResult
functions.set_labels = function(arguments) end

---@class library.Namespace: library.Functions
---@field default library.Functions The default account.
---@field [string] library.Functions A named account.

---@class app.Integrations
---@field library library.Namespace

---@class app
---@field integrations app.Integrations
app = app or {}

---Prints one value, tables in full, and returns it.
---@generic T
---@param value T
---@return T
function dump(value) end

---JSON as functions take and answer it. A field that is null in JSON is absent in Lua, and remembered.
json = {}

---Null: as an item of a list, alone, or to be sent as a field. It is true in conditions, so compare with it.
---@type userdata
json.null = nil

---Writes a value as JSON, indented, keys in order. What JSON cannot hold is an error that names the place.
---@param value any
---@return string
function json.encode(value) end

---Reads JSON.
---@param text string
---@return any
function json.decode(text) end

---Marks a table as an object: it is written {} when it is empty.
---@param value? table The table; a new one when left out.
---@return table
function json.object(value) end

---Marks a table as a list: it is written [] when it is empty.
---@param value? table The table; a new one when left out.
---@return table
function json.array(value) end

---Perl's patterns, those of .NET, plainly or with delimiters and modifiers: "(\\d+)" or "/(\\d+)/i".
regex = {}

---Finds the first match.
---@param text string
---@param pattern string
---@param flags? integer 256 gives each text with its place, 512 json.null for groups that took no part.
---@return table? match The match, then the groups; named ones by their name too. Nil for no match.
function regex.match(text, pattern, flags) end

---Finds all matches.
---@param text string
---@param pattern string
---@param flags? integer 1, a list a group, when left out; 2, a list a match; with 256 or 512 added, see match.
---@return table matches Empty for no match.
function regex.match_all(text, pattern, flags) end

---Replaces matches.
---@param text string
---@param pattern string
---@param replacement string $1, ${1} and \1 stand for groups, $0 for the match.
---@param limit? integer The most matches to replace; all when left out.
---@return string
function regex.gsub(text, pattern, replacement, limit) end

---The documentation of the functions.
docs = {}

---What there is.
---@return string
function docs.list() end

---The functions that fit words, a line each.
---@param query string
---@return string
function docs.search(query) end

---A page: library for the guide, library.<function> for a function.
---@param page string
---@return string
function docs.read(page) end

---The clock. Scripts have no os.
time = {}

---The time, in Unix seconds.
---@return integer
function time.now() end

---Writes a time as ISO 8601.
---@param seconds? number Unix seconds; now when left out.
---@param zone? string A time zone such as Europe/Berlin; UTC when left out.
---@return string
function time.format(seconds, zone) end

---Reads a date or time of ISO 8601; without a zone it is UTC.
---@param text string
---@return integer seconds Unix seconds.
function time.parse(text) end
