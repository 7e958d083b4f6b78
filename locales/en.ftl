# Every word on the screen. The ids and arguments of both files are compared by a test.
# Years and document numbers are passed as text; numbers passed as numbers are grouped.

### app
app-name = duluan
app-start-what = the book of a public-opinion office
app-start-secret = State secrets do not belong into this program (Law on the Protection of State Secrets 2025).
app-start-last = Open { $path }
app-start-open = Open another file…
app-start-open-told = A .duluan file a colleague sent, or one on this computer
app-start-open-question = The file, with its folder:
app-start-create = Begin a new book for an office…
app-start-create-told = To begin in earnest: asks the office's name, its prefix and yours
app-start-create-title = A new office
app-start-demo = Look at a demonstration…
app-start-demo-told = To try things out: office, people and numbers are invented
app-start-demo-question = The demonstration holds invented data. Make it as:
app-start-demo-name = demonstration
app-start-file-name = office
app-start-office = Office
app-start-office-hint = Its name as in the head of papers, e.g. Xã Lộc An
app-start-prefix = Prefix
app-start-prefix-hint = In arrival numbers, plain letters, e.g. LA for LA-H-0457
app-start-person = Your name
app-start-person-hint = Who works here; goes into the history of changes
app-start-mark = Your mark
app-start-mark-hint = Your own letter, so that colleagues' arrival numbers differ: H for LA-H-0457
app-start-path = File
app-start-path-hint = The file to be made. Enter: make it
app-start-office-missing = The office has no name yet.
app-start-prefix-wrong = The prefix is 1 to 6 plain letters or digits.
app-start-mark-wrong = Your mark is 1 to 6 plain letters or digits.
app-start-exists = { $path } exists already and is not written over. Choose another name, or open it.
app-start-no-file = There is no file { $path }. Check its name and folder.
app-file-newer = A newer version wrote this file (format { $version }); here it can only be read. Update duluan to edit it.
app-file-upgraded = The file was brought up to date; the old one is kept at { $backup }
app-file-read-only = This file can only be read; changes cannot be written.
app-undone = Taken back: { $action }
app-redone = Done again: { $action }
app-nothing-to-undo = Nothing of this session is left to take back.
app-nothing-to-redo = There is nothing to do again.
app-no-terminal = This terminal cannot be used: { $reason }. Run duluan in a terminal window.
app-died = The program stopped after an inner error (see above). Everything that was written is in the file.
app-writing-last = { $writes ->
    [one] Writing the last change to the file, please wait…
   *[other] Writing the last { $writes } changes to the file, please wait…
    }
app-undone-in-part = { $done }; { $left } { $left ->
    [one] field was
   *[other] fields were
} changed since and { $left ->
    [one] stays as it is
   *[other] stay as they are
}
app-undone-but = { $done }; { $left } { $left ->
    [one] field was
   *[other] fields were
} changed since by { $who } and { $left ->
    [one] stays as it is
   *[other] stay as they are
}
app-still-writing = Something is still being written to this file; press again in a moment.
app-leave-work = Work is running
app-leave-work-question = Leaving stops it; what is written already stays in the file. Enter: stop and leave. Esc: stay.
app-nameless = This file does not name its office. Ctrl-T: name it
app-nameless-title = The file does not name its office
app-nameless-question = The paper's head would have no name. Enter: fill it in now. Esc: later; the same key again exports as it is.
app-test-question = Can you read these lines? / Man hinh nay hien chu the nao?
app-test-choose = Choose with the arrow keys, then Enter / Chon bang phim mui ten roi Enter:
app-test-all = all of it / Doc duoc het, ca chu co dau va khung ke
app-test-letters = letters, but no lines and signs / Doc duoc chu co dau, khung ke bi hong
app-test-none = broken letters / Chu co dau bi hong (o vuong, dau hoi)
app-test-later = Ctrl-T changes it later / Doi lai sau bang Ctrl-T

### screen
screen-nothing-here = Nothing here yet. F1: the keys
screen-too-small = The window is too small: at least { $width } columns × { $height } rows are needed. Make it larger or the letters smaller.
screen-writing = writing…
screen-reading = reading…
screen-palette-title = Commands: type to find
screen-nothing-found = Nothing found
screen-help-title = Keys: { $place }
screen-help-search = Find:
screen-search-others = other places
screen-key-unused = The key { $key } does nothing here. F1: the keys
screen-action-unused = “{ $action }” does nothing here now. F1: the keys
screen-nothing-to-do = Nothing to do with this here. F1: the keys
screen-how-to-quit = This is the main screen. Ctrl-Q or F10 leaves the program
screen-help-everywhere = Everywhere
screen-stopping = Stopping; nothing is left half done
screen-own-editor-unchanged = Nothing was changed
screen-own-editor-taken = The edited text was taken in; Ctrl-Z brings the old one back
screen-own-editor-missing = The editor “{ $program }” cannot be started ({ $error }). The text stays as it is; set VISUAL or EDITOR
screen-own-editor-failed = “{ $program }” ended with an error: its changes were not taken, the text stays as it is
screen-own-editor-lost = The text could not be read back ({ $error }); the text in the program stays as it is
screen-nothing-kept = Nothing was copied or cut yet. Text copied in another program: paste it with the terminal's own key
screen-composed = The keyboard driver made a mark of that key, so no command ran: press it again
screen-typing-on = Built-in Vietnamese typing: { $method }. F12 changes it; Esc while typing gives the plain keys back
screen-typing-off = Built-in typing is off: letters come in as the keyboard sends them (UniKey, EVKey… keep working)
screen-esc-stops = Esc stops
screen-tab-roster = People
screen-tab-training = Training
screen-tab-inbox = Inbox
screen-tab-summary = Synthesis
screen-key-elsewhere = Key { $key } ({ $action }) works in “{ $place }”, not here. F1: the keys
screen-own-keys-refused = Your own keys in the settings: { $reasons }. The others work.
screen-own-no-action = there is no command “{ $action }”
screen-own-no-key = there is no key “{ $key }” ({ $action })
screen-own-ruled-out = key “{ $key }” cannot be { $action }: a Vietnamese keyboard or the terminal needs it
screen-own-taken = key “{ $key }” ({ $action }) is “{ $by }” in { $place } already
screen-copied = Copied: { $text }
screen-no-shell = The program was not started from a shell, so there is none to go to. Ctrl-Q leaves.
screen-too-long-to-copy = This is too long for the terminal's clipboard; nothing was copied.

### key
key-name-space = Space
key-up = up
key-down = down
key-left = left
key-right = right
key-page-up = page up
key-page-down = page down
key-home = first
key-end = last
key-open = open
key-back = back
key-accept = choose
key-next-alike = next
key-previous-alike = previous
key-place-compare = Duplicates side by side
key-begins-here = begins here
key-join = join
key-place-split = Splitting an item
key-cancel = cancel
key-confirm = do it
key-close = close
key-mark = mark
key-next-pane = next pane
key-next-column = next column
key-previous-pane = previous pane
key-save = save
key-find = find
key-find-next = find next
key-select = select
key-select-all = select all
key-copy-text = copy
key-cut-text = cut
key-paste-text = paste
key-own-editor = own editor
key-typing = typing
key-undo = undo
key-redo = redo
key-refresh = refresh
key-menu = menu
key-place-bar = Menu
key-own-keys = my keys
key-place-over = History, decisions
key-place-windows = Windows
key-palette = commands
key-help = help
key-quit = quit
key-search = find
key-include = include
key-tab-roster = Collaborators
key-tab-training = Training
key-tab-inbox = Inbox
key-tab-summary = Synthesis
key-place-roster = Collaborators
key-place-training = Training and meetings
key-place-inbox = Report inbox
key-place-summary = Synthesis
key-place-search = Search field
key-place-picker = Choosing
key-place-prompt = Text field
key-place-confirm = Question
key-place-reader = Reading
key-place-help = Help
key-place-palette = Commands
key-place-form = Form
key-place-start = Start
key-run = run
key-next-field = next field, last: done
key-settings = settings
key-open-file = another file
key-place-test = Screen test
key-suspend = to the shell

### menu
menu-file = File
menu-edit = Edit
menu-view = View
menu-work = Actions
menu-pages = Pages
menu-help = Help
menu-key-before = previous
menu-key-after = next
menu-help-before = Opens the list to the left
menu-help-after = Opens the list to the right
menu-no-draft = No draft was taken back here.
menu-nothing-personal = Nothing was found that may be personal data.
menu-nothing-marked = No row is marked: Space marks.
menu-nothing-to-copy = There is no row to copy.
menu-not-here = It cannot be done here now.
menu-no-row = Nothing to do it to here: the list is empty, nothing is chosen, or this row does not allow it.

### keys
keys-title = My keys
keys-of-texts = In texts
keys-change-title = Change the key
keys-add-title = Add a key
keys-press = Press the new key for “{ $label }” (now: { $key }). Esc: leave it.
keys-kept = The key is changed and works at once.
keys-reset-title = All keys as they were shipped
keys-reset-question = All your own keys go, and every command has its shipped keys again. Enter: do it. Esc: leave them.
keys-no-key = { $key } cannot be given to a command. Press another.
keys-composes = { $key } cannot be given to a command: Vietnamese keyboards (Telex, VNI) compose with it. Press another.
keys-of-tabs = { $key } cannot be given to a command: 1 to 4 choose the tabs. Press another.
keys-of-terminal = { $key } cannot be given to a command: terminals send it for Backspace, Tab or Enter. Press another.
keys-moves = { $key } cannot be given to a command: it moves, accepts or leaves everywhere. Press another.
keys-way-out = { $key } cannot be given to a command: F1 always is the help, Ctrl-Q the way out. Press another.
keys-taken = { $key } is “{ $by }” in { $place }. Press another, or change the key of that command first.
keys-key-change = change
keys-key-add = add
keys-key-reset = shipped key
keys-key-reset-all = all shipped
keys-help-change = Press a new key for this command, in place of those it has
keys-help-add = Press one more key for this command
keys-help-reset = Gives this command its shipped keys again
keys-help-reset-all = Gives every command its shipped keys again

### form
form-required = This field must be filled in.
form-unsaved = not saved
form-wrong-fields = { $n ->
    [one] 1 field to mend
   *[other] { $n } fields to mend
 }
form-yes = yes
form-no = no
form-personal = ⚠ May tell who somebody is: { $found }. Ctrl-G puts “a citizen”
form-pick-own = (kept as typed)
form-pick-none = (nothing found)
form-pick-wrong = “{ $typed }” is not in the list. Type part of a name and press Enter, or delete it.
form-day-unread = Not understood as a day. Write: 20/11, 20/11/2026, yesterday, -7d, monday.
form-day-none = There is no such day. Write: 20/11, 20/11/2026, yesterday, -7d, monday.
form-time-unread = There is no such time. Write: 14:30, 8h, 20/11 14h30.
form-period-unread = Not understood as a period. Write: 10/2026, 2026-Q3, 2026-W41, 1/10..15/10.
form-use-period = Write: 10/2026, 2026-Q3, 2026-W41, 1/10..15/10.
form-number-wrong = A number from { $least } to { $most } is needed.
form-phone-wrong = Not a phone number: { $unread }. Mobile numbers have 10 digits, landlines 11; a comma between several.
form-use-choice = ← → or Space to change; type a first letter to jump.
form-use-pick = Type part of a name (initials work too); Space: the whole list.
form-use-pick-many = Type part of a name, Enter adds, Backspace removes; Space: the whole list.
form-use-day = Write: 20/11, 20/11/2026, yesterday, -7d, monday.
form-use-moment = Write: now, 8h, 20/11 14:30, 14h yesterday.
form-use-flag = Space to change.
form-monday = Mon
form-tuesday = Tue
form-wednesday = Wed
form-thursday = Thu
form-friday = Fri
form-saturday = Sat
form-sunday = Sun
form-key-save-next = save, next
form-help-save-next = Save this form and open an empty one at once
form-key-next = next field
form-help-next = To the next field; from the last one the form is saved
form-help-take = Take the row under the cursor into the field
form-key-leave = leave
form-help-leave = Leave without saving; what was typed is kept as a draft
form-key-close = close list
form-help-close = Close the list; a field of own words keeps what is typed, another one is as it was
form-key-mask = hide names
form-help-mask = Put “a citizen” for names, phone numbers and papers of citizens; Ctrl-Z takes it back
form-key-files = from files
form-help-files = Bring in files instead of typing: reports (Word, Excel, mail), rosters, attendee lists (Excel)
form-key-drop = drop draft
form-help-drop = Drop the draft that was opened again and begin anew
form-key-section = next section
form-help-section = To the next section of the form, or the next lines of a list
form-drop-title = Drop the draft
form-drop-question = Drop for good what was typed here and not saved? It cannot be taken back. Enter drops it, Esc keeps it.
form-draft-kept = Not saved as a record; what was typed is kept as a draft and comes back when this form is opened.
form-draft-restored = The draft that was not saved is open again. Ctrl-S saves, Ctrl-D drops the draft.

### browse

browse-key = choose files
browse-help = Choose files or a folder from a list instead of typing the path
browse-key-place-path = Path
browse-key-place = Choosing files
browse-key-open = choose, enter
browse-help-open = Take the file under the cursor, or all that are marked; a folder is entered
browse-help-mark = Mark several files, in several folders if need be
browse-key-take = take
browse-help-take = Take what is marked; when nothing is, this whole folder
browse-places = Places
browse-whole = [ This whole folder ]
browse-above = .. (one up; Backspace)
browse-reading = Reading the folder…
browse-nothing = No files.
browse-unreadable = This folder cannot be read: { $reason }
browse-told = Type to narrow by name. Insert marks several.
browse-marked = { $n ->
    [one] { $n } file marked
   *[other] { $n } files marked
}; Ctrl-S takes them

### help
help-up = One row up
help-down = One row down
help-left = To the left, or fold a branch
help-right = To the right, or unfold a branch
help-page-up = One screen up
help-page-down = One screen down
help-home = To the first row
help-end = To the last row
help-open = Open what the cursor is on
help-back = Leave what is open
help-accept = Take the choice or what was typed
help-cancel = Close without changing anything
help-next-alike = Show the next similar item
help-previous-alike = Show the similar item before
help-gather-here = The item that came later becomes a duplicate of the one that came first
help-begins-here = A new item begins at this paragraph, or no longer does
help-split-here = Split at the marked paragraphs
help-join = Join this item to the one before it in its report
help-confirm = Do what the question says
help-close = Close this page
help-mark = Mark, to do something with many at once
help-next-pane = To the next field or pane
help-previous-pane = To the field or pane before
help-find = Find words in this text; typed without marks finds them with marks; ↑ ↓ go from place to place
help-find-next = To the next place of the words looked for last
help-select = Begin a selection: the arrows extend it, Esc drops it (or hold Shift with the arrows)
help-select-all = Select the whole text; typing then replaces it
help-copy = Puts what the cursor is on, or the page, on the clipboard
help-copy-text = Copy the selection, also to the clipboard of the machine where the terminal allows it
help-cut-text = Cut the selection
help-paste-text = Paste what was copied or cut last in the program
help-own-editor = Open the text in your own editor (VISUAL or EDITOR; Windows: Notepad); save and close it to take the changes in
help-typing = Built-in Vietnamese typing: off, Telex, VNI; for machines without UniKey
help-save = Keep what is being written
help-undo = Take the last action back; in a text field: the last typing
help-redo = Do again what was taken back
help-refresh = Read the file again
help-menu = The commands of this place in groups, with their keys
help-own-keys = Shows and changes the key of every command
help-palette = Find and run any command by name
help-help = The keys that work here
help-quit = Leave the program; all changes are in the file
help-search = Find by words, accents optional
help-include = Take the item into the synthesis
help-tab = Show this tab
help-run = Run the command under the cursor
help-next-field = To the next field; in the last one take the form
help-settings = Office, person, language, colours, letters, typing, mouse
help-open-file = A recent file, another one, a new office or the demonstration
help-suspend = Lend the window to the shell; type fg to come back

### settings
settings-broken = The settings file was broken and put aside as { $path }; the shipped settings apply.
settings-unreadable = The settings file cannot be read; the shipped settings apply and nothing is written over it.
settings-not-saved = The settings could not be saved: { $reason }
settings-title = Settings
settings-language = Language
settings-language-hint = Language of the screen
settings-whose = This file bears the name “{ $before }”
settings-same-office = The same office: its name is changed
settings-same-office-note = in every copy
settings-another-office = Another office takes this file over
settings-another-office-note = other copies keep the name
settings-kept = Settings saved
settings-kept-in-file = Written to the file: { $office }, prefix { $prefix } (for arrival numbers from now on). This machine's settings are kept.
settings-kept-no-prefix = Written to the file: { $office }. Arrival numbers from now on bear no office prefix: set one in the settings (Ctrl-T). This machine’s settings are kept.
settings-note = These stay on this machine.
settings-note-file = “Office” goes into the file, for all who open it; the rest stays here.
settings-of-file = Office (in the file)
settings-of-office = Office
settings-of-person = User of this machine
settings-of-screen = Screen and keyboard
settings-superior = Superior body
settings-superior-hint = Name of the body above, printed over the office's name
settings-place = Place
settings-place-hint = Printed before the date of a paper, e.g. Lộc An
settings-code = Body code
settings-code-hint = In document numbers, e.g. ĐU in 12-BC/ĐU
settings-term = Term from
settings-term-hint = Day after the congress closed: Party papers are numbered on from it through the term. Leave it empty if unknown
settings-retention = Years kept
settings-retention-hint = Years a collaborator's personal data is kept after the term (1–70); after that you are reminded to consider erasing it
settings-profile = Layout
settings-profile-party = Party papers
settings-profile-state = State papers
settings-profile-hint = How papers are laid out
settings-profile-own = your own, file { $name }.toml
settings-profile-broken = broken, cannot be used: { $reason }
settings-profile-missing = not on this machine: papers print in the Party's layout
settings-vietnamese = Tiếng Việt
settings-english = English
settings-order = Order of names
settings-order-given = by given name
settings-order-family = by family name
settings-order-hint = How the collaborators are sorted
settings-theme = Colours
settings-theme-auto = automatic
settings-theme-dark = dark ground
settings-theme-light = light ground
settings-theme-none = no colours
settings-theme-hint = Choose the light ground when the terminal is white
settings-letters = Letters
settings-letters-all = all letters and lines
settings-letters-ascii = all letters, +-| lines
settings-letters-plain = without marks
settings-letters-hint = For consoles whose font lacks letters; the file stays as it is
settings-typing = Built-in typing
settings-typing-none = off
settings-typing-hint = Only for machines without UniKey, EVKey and the like; F12 changes it too
settings-mouse = Mouse
settings-mouse-no = off (selecting text works)
settings-mouse-yes = on
settings-mouse-hint = On: click tabs, rows and hints; hold Shift to select text

### bundle
bundle-passphrase-new = New passphrase (does not show):
bundle-passphrase-again = The same again:
bundle-passphrase-of = Passphrase of { $path } (does not show):
bundle-passphrase-short = A passphrase needs at least { $count ->
    [one] 1 character
   *[other] { $count } characters
}. Nothing was written.
bundle-passphrase-differs = The two passphrases differ. Nothing was written.
bundle-passphrase-empty = The first line, where the passphrase should stand, is empty. Nothing was written.
bundle-passphrase-nobody = There is no passphrase, so nothing was written. Run in a command window, or use --passphrase-file.
bundle-passphrase-unread = The passphrase cannot be read from { $path }: { $reason }. Nothing was written.
bundle-no-office = Which office "{ $named }" is cannot be told. Offices whose files came in here: { $known }
bundle-no-office-yet = No office’s file came in here yet, so what "{ $named }" has is not known. Nothing was written. Send a copy of the whole file, or use --items or --roster.
bundle-nothing = There is nothing to bundle; no file was written.
bundle-done = Wrote the bundle { $path }: { $rows ->
    [one] 1 row
   *[other] { $rows } rows
}.
bundle-closed = The bundle is closed with the passphrase. Send the passphrase another way than the bundle.
bundle-open = The bundle is not closed: who holds the file can read it. Add --encrypt when it goes by mail or on a stick.
bundle-redacted = Phone and identity numbers, net addresses and names are masked; attachments, collaborators' names and notes are left out. Read it again before you send it.
bundle-redacted-note = Extract with personal data masked.
publish-made = Made the working copy { $file } from { $shared }.
publish-merged = Took in { $records ->
    [one] 1 change
   *[other] { $records } changes
} in { $rows ->
    [one] 1 row
   *[other] { $rows } rows
} from the shared file.
publish-put = The file was put at { $shared }.
publish-equal = The shared file holds everything already; it was not written anew.
publish-kept = { $reason } All changes are still in { $file }; run the command again when the shared file can be used.

### file
file-database = { $path } cannot be used: { $reason }. Nothing was changed. Try again; if it stays, put a backup back with: duluan restore { $path }
file-io = { $path } cannot be read or written: { $reason }. Nothing was changed. Check permissions and free space and try again.
file-busy = Another program is writing to { $path }. Nothing was changed. Wait a moment and try again.
file-full = The disk that holds { $path } is full. Nothing was changed. Make room and try again.
file-exists = { $path } exists already and was left as it is. Choose another name.
file-missing = There is no file { $path }. Check the name and the folder.
file-not-an-office = { $path } is no duluan file. It was left as it is. Check the name.
file-damaged = { $path } is damaged ({ $reason }). It was left as it is. Put a backup back with: duluan restore { $path }
file-foreign = { $path } holds something strange: { $object }. To be safe it was not opened and was left as it is. Ask whoever sent it, or put a backup back with: duluan restore { $path }
file-newer = { $path } was written by a newer duluan (version { $version }) and can only be read here. Nothing was changed. Install the newer duluan to edit it.
file-read-only = { $path } can only be read, so the change could not be written. Take away its write protection or copy it to a place you may write to.
file-no-such-row = There is no { $what } in { $path }. Nothing was changed. Check the id.
file-refused = { $path } refused this change: { $reason }. Nothing was changed.
file-no-id = There is no record { $text }. Give an arrival number (LA-H-0457), an id, or at least the first 6 digits of one; find, items and reports with --json print ids.
file-merge-one = { $source }: { $records } { $records ->
    [one] change
   *[other] changes
}, { $rows } { $rows ->
    [one] record
   *[other] records
}
file-merge-done = Merged { $records } { $records ->
    [one] change
   *[other] changes
} on { $rows } { $rows ->
    [one] record
   *[other] records
}.
file-merge-would = Would merge { $records } { $records ->
    [one] change
   *[other] changes
} on { $rows } { $rows ->
    [one] record
   *[other] records
}. Nothing was written.
file-merge-nothing = Both are equal already, nothing is new.
file-merge-clashes = { $count } { $count ->
    [one] place was
   *[other] places were
} edited differently. The newer one shows, the other is kept, to be decided.
file-merge-doubles = { $count } { $count ->
    [one] arrival number is
   *[other] arrival numbers are
} double, to be decided.
file-merge-progress = Merging file { $done }/{ $all } ({ $percent }%): { $name }
file-merge-cancelled = Stopped. Files that are in whole: { $done } / { $all }. Nothing of the others came in. Run the command again to go on.
file-merge-unit = Unit
file-merge-unit-collaborators = collaborators
file-merge-unit-reports = reports
file-merge-unit-items = items
file-merge-no-unit = (no unit given)
file-merge-backup = The file before merging lies at { $path }
file-history-nothing = There is no history.
file-history-more = Only the newest changes ({ $count }) are shown. See one record with: duluan history FILE ID
file-history-bytes = { $count } { $count ->
    [one] byte
   *[other] bytes
}
file-erase-no-reason = Give the reason: --reason "…"
file-erase-needs-yes = Erasing for good asks twice. Run it in a terminal, or add --yes if you are sure.
file-erase-word = erase
file-erase-first = Erase { $what } for good from file, log, index and drafts? Type "{ $word }" to agree:
file-erase-second = It cannot be undone, and goes from every copy when merged. Type "{ $word }" again:
file-erase-kept = Nothing was erased.
file-erase-done = Erased { $fields } { $fields ->
    [one] field
   *[other] fields
} of { $rows } { $rows ->
    [one] record
   *[other] records
} for good.
file-erase-also = The same text stands in { $count } { $count ->
    [one] other place
   *[other] other places
}, look at each:
file-erase-backups = { $count } { $count ->
    [one] backup still holds
   *[other] backups still hold
} it; delete { $count ->
    [one] it
   *[other] them
} if it must not be kept:
file-erase-copies = These copies still hold it until they are merged with this file again:
file-backup-done = Backed up to { $path }
file-backup-daily = daily
file-backup-merge = before a merge
file-backup-upgrade = before an upgrade
file-backup-restore = before a restore
file-backup-asked = asked for
file-restore-done = Restored { $path } from { $backup }
file-restore-kept = The file as it was is kept at { $path }
file-restore-none = There is no backup of this file in { $folder }
file-restore-size = { $count } KB
file-restore-how = Restore with: duluan restore FILE NUMBER
file-check-sound = The file is sound: data and log say the same.
file-check-unsound = { $path } has problems, nothing was changed. Put a backup back with: duluan restore { $path }
file-check-pages = Broken pages: { $sentence }
file-check-reference = { $table } refers to a missing { $target }
file-check-structure = Strange part: { $object }
file-check-count = The log of { $replica } has too few or too many records
file-check-record = Log record { $record } has no meaning
file-check-value = { $table } { $row }, { $column }: the value is not the log's
file-check-row = { $table } { $row }: record and log do not fit
file-check-personal = A hint, no fault: { $texts } { $texts ->
    [one] text
   *[other] texts
} in { $items } { $items ->
    [one] matter
   *[other] matters
} may tell who a citizen is (a name, a phone number, a document number…). To see and mask them: open the file, mark those matters in the inbox and press Ctrl-G.
file-check-personal-numbers = Filter the inbox by: số:{ $numbers }{ $more ->
    [0] {""}
    [one] { " " }(and { $more } more report, all with --json)
   *[other] { " " }(and { $more } more reports, all with --json)
}
file-check-personal-elsewhere = A hint: also in { $places }. Open each and edit it; in a text field Ctrl-G masks names and numbers.
file-check-personal-reports = the general part of { $count } { $count ->
    [one] report
   *[other] reports
}
file-check-personal-issues = { $count } { $count ->
    [one] issue
   *[other] issues
}
file-check-personal-orientations = { $count } { $count ->
    [one] orientation
   *[other] orientations
}
file-check-personal-surveys = { $count } { $count ->
    [one] survey round
   *[other] survey rounds
}
file-check-personal-syntheses = { $count } { $count ->
    [one] summary report
   *[other] summary reports
}
file-sealed = The file { $path } is closed with a passphrase, so nothing of it was read. Run again in a command window to type it, or use --passphrase-file.
file-sealed-bundle = { $path } is a bundle closed with a passphrase and cannot be opened as an office’s file. It was left as it is. Open your own file and merge this bundle into it; the passphrase is asked for then.
file-wrong-passphrase = The passphrase does not open { $path }. Nothing was changed. Ask who sent it and try again.
file-too-large = The file { $path } holds something larger than this program works with. Nothing was changed.
file-check-text = { $table }: a text is broken and cannot be shown
file-check-erased = { $table } { $row }: something erased for good is still there
file-info-units = Units
file-info-collaborators = Collaborators
file-info-reports = Reports
file-info-items = Items
file-info-classes = Classes and meetings
file-info-syntheses = Syntheses
file-info-decisions = To be decided
file-info-log-records = Log records
file-info-replicas = Runs that wrote
file-info-kilobytes = Size (KB)
file-info-format = Version of the file
file-table-office = office
file-table-handler = handler
file-table-unit = unit
file-table-collaborator = collaborator
file-table-collaborator-phone = phone
file-table-collaborator-topic = field followed
file-table-appointment = appointment
file-table-commendation = commendation
file-table-topic = topic
file-table-issue = issue
file-table-report = report
file-table-item = item
file-table-item-topic = topic of an item
file-table-stream = stream
file-table-attachment = attachment
file-table-duty = duty
file-table-saved-view = view
file-table-pair-verdict = answer about a double
file-table-phrase = phrase
file-table-orientation = orientation
file-table-class = class
file-table-class-session = session
file-table-class-preparation = preparation
file-table-participant = participant
file-table-absence = absence
file-table-plan-item = plan item
file-table-outline = outline
file-table-outline-section = outline section
file-table-synthesis = synthesis
file-table-synthesis-section = section
file-table-synthesis-source = source
file-table-agenda-point = agenda point
file-table-assignment-rule = assignment rule
file-table-check-answer = answer to a check
file-table-class-cost = line of the estimate
file-table-class-host = host
file-table-class-summons = summons
file-table-document-number = document number
file-table-duty-excuse = excuse
file-table-duty-member = duty member
file-table-orientation-item = answered item
file-table-orientation-recipient = recipient
file-table-survey = survey
file-table-survey-answer = survey answer
file-table-survey-question = survey question
file-table-survey-unit = survey unit
file-table-unit-name = former name
file-table-unit-succession = reorganisation
file-column-name = name
file-column-full-name = full name
file-column-sex = sex
file-column-birth-year = birth year
file-column-birth-date = birth date
file-column-unit = unit
file-column-post = post
file-column-level = level
file-column-email = e-mail
file-column-address = address
file-column-number = number
file-column-status = status
file-column-note = note
file-column-deleted = deleted
file-column-title = title
file-column-body = text
file-column-place = place
file-column-kind = kind
file-column-triage = triage
file-column-triage-reason = reason
file-column-duplicate-of = duplicate of
file-column-verdict = answer
file-column-verification = verification
file-column-forecast = forecast
file-column-recommendation = recommendation
file-column-urgency = urgency
file-column-received-at = received at
file-column-arrival-number = arrival number
file-column-collaborator-phone-number = phone
file-column-collaborator = collaborator
file-column-topic = topic
file-column-issue = issue
file-column-grade = grade
file-column-state = state
file-column-band = band
file-column-tendency = tendency
file-column-gist = gist
file-column-grouping = gathered by
file-column-group-name = group
file-column-position = place in the list
file-column-parent = parent
file-column-content = content
file-column-handler = handler
file-column-handler-office = office
file-column-date-from = from
file-column-date-to = to
file-column-term-from = term from
file-column-term-to = term to
file-column-heading = heading
file-column-active = active
file-column-allowance = allowance
file-column-answer = answer
file-column-answer-due = answer due
file-column-answered-on = answered on
file-column-answers = answers
file-column-area = area
file-column-arisen-on = arisen on
file-column-audience = audience
file-column-awarded-on = awarded on
file-column-band-word = reporter's word for the band
file-column-basis = basis
file-column-body-code = body code
file-column-boundary-day = first day of the period
file-column-carried = carried
file-column-category = category
file-column-cause = cause
file-column-certificate-from = certificates from
file-column-certificate-number = certificate number
file-column-certificate-signer = signer of certificates
file-column-channel = channel
file-column-class = class
file-column-code = code
file-column-concurrent-post = concurrent post
file-column-contract-months = contract months
file-column-counterpart = goes to
file-column-date-text = expected date
file-column-decision-date = decision date
file-column-decision-number = decision number
file-column-demonstration = demonstration
file-column-direction = direction
file-column-document-code = document code
file-column-document-date = document date
file-column-document-number = document number
file-column-done = done
file-column-due-day = due day
file-column-due-on = due
file-column-duty = duty
file-column-estimate = estimate
file-column-event = event
file-column-excused = excused
file-column-filter = filter
file-column-form-marks = marks of form
file-column-funding-source = funding source
file-column-given-name = given name
file-column-hall = hall
file-column-intensity = intensity
file-column-issued = issued
file-column-issued-text = issued text
file-column-issuer = issuer
file-column-item = item
file-column-keywords = keywords
file-column-label = label
file-column-lead-body = lead body
file-column-lesson = lesson
file-column-mailbox = mailbox
file-column-mark = mark
file-column-measures = measures
file-column-multiple = several answers
file-column-names-due = names due
file-column-new-unit = new unit
file-column-official-info = official information
file-column-old-unit = old unit
file-column-on-date = day
file-column-optional = dropped when empty
file-column-orientation = orientation
file-column-original = original
file-column-outline = outline
file-column-owner = owner
file-column-part = part of the day
file-column-participant = participant
file-column-period-from = period from
file-column-period-kind = kind of period
file-column-period-to = period to
file-column-phone = phone
file-column-prefix = prefix
file-column-profile = document layout
file-column-protocol-order = protocol order
file-column-purpose = purpose
file-column-quantity = quantity
file-column-question = question
file-column-reason = reason
file-column-received-rule = received date taken from
file-column-recipients = recipients
file-column-repeat-rule = repeats
file-column-report = report
file-column-result = result
file-column-retention-years = years kept after the term
file-column-returned = returned
file-column-rumour-source = source of the rumour
file-column-sampling = sampling
file-column-sent-at = sent at
file-column-sent-through = sent through
file-column-session = session
file-column-short-name = short name
file-column-signer = signer
file-column-signer-post = signer's post
file-column-signs-for = signs for
file-column-source = source
file-column-source-document = source document
file-column-source-name = source file
file-column-speaker = speaker
file-column-stand-in-for = stands in for
file-column-stream = stream
file-column-subject = subject
file-column-submitter-name = submitter
file-column-summary = general situation
file-column-superior = superior body
file-column-survey = survey
file-column-symbol = symbol
file-column-synthesis = synthesis
file-column-target-group = target group
file-column-task = task
file-column-tendency-word = reporter's word for the tendency
file-column-term-text = term as written
file-column-office-term-from = committee's term from
file-column-time-from = from
file-column-time-to = to
file-column-type = type
file-column-unit-cost = unit cost
file-column-unit-name = unit as written
file-column-valid = valid
file-column-valid-from = valid from
file-column-valid-to = valid to
file-column-walk-in = walk-in
file-column-weekend-rule = weekend rule
file-column-who = binds
file-column-year = year
file-column-unit-kind = kind
file-column-unit-succession-kind = kind
file-column-attachment-name = file name
file-column-class-summons-number = number
file-column-document-number-number = number

### action
action-undo = Undo
action-redo = Redo
action-restore = Put back from history
action-join = Make one of two
action-not-the-same = Not the same
action-renumber = Change the arrival number
action-take-out = Take out of a circle
action-decide = Decide
action-erase = Erase for good
action-ship = Came with the program
action-found-office = Set up the office
action-office-edit = Changed the office's name and details
action-item-include = Put into the synthesis
action-item-wait = Wait for more
action-item-file = Set aside
action-item-duplicate = Gather duplicates
action-item-reopen = Back to new
action-item-topic = Set or take away a topic
action-item-issue = Put under an issue
action-item-verify = Say how far it is verified
action-split-item = Split an item
action-attach-file = Add files
action-join-items = Join items
action-item-handler = Give to a handler

### import
import-secret = Refused: the document bears the secrecy mark { $mark }. Nothing of it was stored or shown. Handle it under the state-secret rules and remove the file from this computer.
import-empty = Refused: the file is empty (0 bytes). Ask for it again.
import-too-large = Refused: the file is { $size } MB, over the limit of { $limit } MB. Split it or take out pictures and import again.
import-unreadable = The file cannot be read ({ $error }). Nothing of it was imported. Check its name, folder and permissions.
import-cut-off = Refused: the file is incomplete (cut off while copying). Ask for it again.
import-plain-text = Refused: the file is not { $extension } but plain text; it can be imported as .txt: rename it to end in .txt and import again.
import-password = Refused: the file is protected by a password. Remove the password in Excel or Word, save and import again.
import-bomb = Refused: the file unpacks to too much and may be hostile. Do not open it; ask the sender.
import-too-complex = Refused: the file has too many parts or is nested too deeply and may be hostile. Ask the sender.
import-entities = Refused: the file declares entities, which Word and Excel never do, and may be hostile. Ask the sender.
import-line-too-long = Refused: line { $line } is too long ({ $size } MB). Open the file in Excel or Notepad, check and save it again.
import-broken-mail = Refused: the message parts cannot be separated. Save the message from the mailbox again and import it.
import-no-rows = There are no rows of data. Nothing of the file was imported. Check the table.
import-no-text = Refused: there is no text in the file (perhaps only pictures). Type the content in if it is needed.
import-no-header = Refused: no header row with a name column was found. A list needs a header row such as “TT, Họ và tên, Đơn vị, Điện thoại”.
import-no-columns = Refused: the table is no list of collaborators or attendees and no log of reports. A log needs a header row with columns for content, date, unit or reporter.
import-nothing-said = Refused: no reported matter was found in the file. Check it, or type it in.
import-other-paper = Refused: the document is no report (a plan, notice, invitation, list …). Nothing of it was imported.
import-class-plan = Refused: this plan speaks of no class, so there is nothing to take in. The plan of a class names it below the word KẾ HOẠCH.
action-import-class = Import the plan of a class
import-automatic-mail = Passed over: an invitation, automatic answer or bounce is no report.
import-not-that = Refused: the file is not what was said: { $kind }. Leave out --as to let it be recognised, or choose another kind.
import-kind-roster = a list of collaborators
import-kind-reports = reports
import-kind-attendees = a list of attendees
import-kind-class = a plan of a class
import-not-supported = Refused: { $kind } files are not supported yet. Supported: docx, doc, rtf, pdf, txt, eml, mbox, xlsx, xls, ods, csv. Save the file as one of these and import again.
import-archive = Refused: archives are not supported yet. Unpack it and import the folder.
import-scan = Refused: the PDF is a scan without a text layer, so it cannot be read. Ask for the Word file; or write the content down (key n in the inbox) and attach the scan to it.
import-picture = Refused: words in pictures and scans are not read yet. Bring this file in alone in the inbox: a new report opens with it attached; type what it says and save.
import-recording = Refused: sound and video are not read. Type the content in.
import-program = Refused: this is a program, not a report. Do not open it; ask the sender.
import-office-file = Refused: this is an office's file, not a report. To bring two together use: duluan merge.
import-unknown-kind = Refused: the kind of file is not known. Supported: docx, doc, rtf, pdf, txt, eml, mbox, xlsx, xls, ods, csv.
import-unknown-encoding = Refused: the encoding of the file is not known. Open it in Notepad, save it as UTF-8 and import; or use --encoding utf-8.
import-damaged = Refused: the file is damaged inside. Open it in the program that made it (Word, Excel…), save it again and import; or ask for it again.
import-controls-removed = { $count } { $count ->
    [one] hidden control character was
   *[other] hidden control characters were
} taken out; the screen is not affected.
import-read-as = Read as { $encoding }. Look at a few lines; if the letters are wrong, delete it and import again with --encoding.
import-mail-left-out = Mail { $number } was not imported: { $reason }
import-bytes-replaced = { $count } { $count ->
    [one] byte could not be read and stands
   *[other] bytes could not be read and stand
} as �. Look at the content; if the encoding is wrong, delete the report and import again with --encoding.
import-attachment-kept = The attachment “{ $name }” could not be read as a report; it is kept as a file only.
import-row-without-date = Row { $row } has no date; the time of import is used.
import-personal-data = The texts hold { $count } { $count ->
    [one] phone number, identity number, account or address
   *[other] phone numbers, identity numbers, accounts or addresses
} of people. Look at { $count ->
    [one] it
   *[other] them
} and write “a citizen” instead.
import-doubled = { $share }% the same as { $earlier } ({ $unit }), which is there already; it may have been sent again and counts twice unless it is gathered.
import-done = { $path }: { $made }
import-made-nothing = already there, nothing added
import-made-reports = { $reports } { $reports ->
    [one] report
   *[other] reports
}, { $items } { $items ->
    [one] item
   *[other] items
}
import-made-people = { $people } { $people ->
    [one] new collaborator
   *[other] new collaborators
}
import-made-updated = { $updated } updated
import-made-units = { $units } { $units ->
    [one] new unit
   *[other] new units
}
import-made-attendees = { $attendees } { $attendees ->
    [one] attendee
   *[other] attendees
}
import-made-duplicates = { $duplicates } already there, not imported again
import-refused-line = { $path }: { $reason }
import-sum = Imported { $sources } { $sources ->
    [one] file
   *[other] files
}: { $made }.
import-sum-dry = Rehearsal, nothing was written. Importing { $sources } { $sources ->
    [one] file
   *[other] files
} would make: { $made }.
import-sum-refused = { $refused } { $refused ->
    [one] file was
   *[other] files were
} refused; the others are not affected.
import-cancelled = Stopped as you asked. Files that were done stay; the rest was not imported.
import-progress = { $done }/{ $all } { $name }
import-encoding-wrong = The encoding “{ $name }” is not known. Use utf-8, utf-16, utf-16be, tcvn3, vni, viscii or cp1258.
import-mapping-wrong = --mapping is not understood at “{ $pair }”. Write COLUMN=FIELD, separated by commas: C=content,A=date. Fields: { $known }.
import-no-such-column = Refused: the table has no column “{ $name }” as named in --mapping. Give the column's letter or its label in the header row.
action-import-reports = Import reports
action-import-attendees = Import attendee list

### roster
roster-status-active = active
roster-status-paused = paused
roster-status-ended = ended
roster-status-moved = moved
roster-sex-male = male
roster-sex-female = female
roster-level-central = central
roster-level-province = province
roster-level-district = district
roster-level-commune = commune
roster-level-base = village, residential group
roster-order-given = by given name
roster-order-family = by family name
roster-order-unit = by unit
roster-column-name = Full name
roster-column-sex = Sex
roster-column-birth = Born
roster-column-unit = Unit
roster-column-post = Post
roster-column-concurrent = Concurrent post
roster-column-phone = Phone
roster-column-email = E-mail
roster-column-address = Address
roster-column-code = Code
roster-column-decision = Decision number
roster-column-decision-date = Decision date
roster-column-term = Term
roster-column-term-from = From
roster-column-term-to = To
roster-column-status = Status
roster-column-allowance = Allowance (đồng a month)
roster-column-note = Note
roster-count = { $found } / { $total } { $total ->
    [one] person
   *[other] people
}
roster-count-all = { $total } { $total ->
    [one] person
   *[other] people
}
roster-search = Find:
roster-empty = There are no collaborators yet.
roster-empty-import = Press n to enter people one by one, x to import a whole list from Excel (.xlsx) or csv.
roster-nothing-found = Nobody answers to “{ $typed }”.
roster-nothing-found-hint = Every word must begin a word of the name, unit or post; initials like nth work too. Esc shows everybody again.
roster-nobody = Nobody. Esc shows everybody again.
roster-narrow-ending = { $days ->
    [one] terms that end within { $days } day
   *[other] terms that end within { $days } days
}
roster-narrow-untrained = { $years ->
    [one] in no class for { $years } year
   *[other] in no class for { $years } years
}
roster-help-charts = Charts of the active people in the list: by unit, by end of term, by age and sex
roster-chart-title = { $n ->
    [one] { $n } active collaborator
   *[other] { $n } active collaborators
}
roster-chart-endings = End of term
roster-chart-ages = Age, sex
roster-chart-no-unit = (no unit)
roster-chart-over = term over
roster-chart-quarter = quarter { $quarter }/{ $year }
roster-chart-no-end = end not known
roster-chart-age = aged { $from }–{ $to }
roster-chart-age-under = under { $age }
roster-chart-age-over = { $age } and over
roster-chart-no-age = age not known
roster-chart-women = women
roster-chart-men = men
roster-chart-no-sex = sex not known
roster-chart-few = Age and sex are counted of { $least } or more, so that nobody can be told.
roster-chart-told = People are counted, nobody is named.
roster-sort-given = Given name
roster-sort-family = Family name
roster-sort-term = End of term, the earliest first
roster-sort-trained = Last class, the longest ago first
roster-help-views = Filters with a name and how many people they have: choose, rename, move, take off
roster-view-ending = Terms that end within 60 days
roster-view-overdue = Term over, nothing decided
roster-view-untrained = In no class for 3 years
roster-view-no_phone = Without a phone
roster-view-no_unit = Without a unit that stands
roster-view-past_retention = Past retention
roster-view-kept = View { $name } kept
roster-view-note = A name for a filter of the list. F4 chooses it and counts its people; everybody who uses this file sees it.
roster-view-filter-help = ending:60 (term ends within 60 days) untrained:3 (years) unit:"xã Lộc An" group:former and words to look for; empty is everybody.
roster-view-from-filter = Narrow the list with f, h, t or / first and keep that: then no filter has to be typed here.
roster-view-remove-question = Take the view “{ $name }” off? The people in it stay as they are. z undoes it.
roster-filter-key = “{ $part }” is not understood. There are group: ending: untrained: unit: and words to look for.
roster-filter-group = There is no group “{ $value }”. The groups: active, overdue, paused, former, no_phone, no_unit, past_retention.
roster-filter-number = “{ $value }” is no whole number above zero; for example ending:60, untrained:3.
roster-filter-unit = No unit is called “{ $name }”; change the name in the filter (F2).
roster-tree = Units
roster-tree-gaps = Units without a collaborator
roster-tree-count = { $gaps } / { $total } { $total ->
    [one] unit
   *[other] units
} without anybody
roster-tree-columns = here / with those below
roster-tree-empty = No units yet. Press n to add one; importing a list makes units too.
roster-tree-no-gaps = Every unit has a collaborator. g shows all.
roster-tree-gap = nobody
roster-born = born { $year }
roster-born-on = born { $day }
roster-concurrent = also { $post }
roster-term-left = { $days } { $days ->
    [one] day
   *[other] days
} left
roster-term-ends-today = ends today
roster-term-over = ended { $days } { $days ->
    [one] day
   *[other] days
} ago
roster-term-span = { $from } – { $to }
roster-decision = decision { $number }
roster-decision-dated = decision { $number } of { $day }
roster-reports-year = Reports in 12 months: { $n }
roster-reports-none = Reports in 12 months: none
roster-classes = Took part in { $n } { $n ->
    [one] class or meeting
   *[other] classes and meetings
}
roster-classes-none = No class attended
roster-allowance = allowance { $amount } đồng a month
roster-changed = Last changed { $at }
roster-changed-by = Last changed { $at }, { $person }
roster-no-phone = no phone
roster-edit = Edit { $name }
roster-edit-nothing = no such field
roster-edit-phones = Numbers with commas between; the first is the main one.
roster-edit-term-to = Last day of the term, such as 31/12/2030; empty for none.
roster-edit-text = The new text; empty to clear.
roster-edit-saved = { $name } changed. z takes it back.
roster-edit-no-phone = “{ $text }” is no phone number; nothing was changed. Mobile numbers have 10 digits, landlines 11.
roster-edit-no-day = “{ $text }” is no day; nothing was changed. Type it like 31/12/2030.
roster-edit-no-email = “{ $text }” is no e-mail address; nothing was changed. Type it like name@office.vn.
roster-import = Import a list
roster-import-path = Path of an Excel file (.xlsx) or csv:
roster-import-question = { $people } { $people ->
    [one] person
   *[other] people
} and { $units } { $units ->
    [one] unit
   *[other] units
} will be added, { $updated } updated; { $duplicates } { $duplicates ->
    [one] row is
   *[other] rows are
} there already. { $notices } { $notices ->
    [one] point
   *[other] points
} to look at. Import?
roster-import-across = Who stands in several files comes in once, so they may be fewer.
roster-import-doubles = { $n ->
    [one] { $n } pair may be one person entered twice
   *[other] { $n } pairs may be one person entered twice
}: F6 to look at each and join them.
roster-import-done = Imported: { $people } { $people ->
    [one] person
   *[other] people
} and { $units } { $units ->
    [one] unit
   *[other] units
} added, { $updated } updated. z takes it back.
roster-import-no-file = The file { $path } could not be read. Nothing was imported. Check the path.
roster-import-no-header = No header row with a column of names was found. Nothing was imported. A list needs a header row such as “TT, Họ và tên, Đơn vị, Điện thoại”.
roster-import-no-rows = There is a header but no row of data. Nothing was imported.
roster-import-refused = This file cannot be imported here. Nothing was imported. Excel (.xlsx) and csv files are read, whole and without a password; open .xls and .ods in Excel and save them as .xlsx.
roster-notice-no-name = Row { $row }: “{ $text }” is no person's name; the row was not imported.
roster-notice-no-name-empty = Row { $row }: the name is missing; the row was not imported.
roster-notice-no-unit = Row { $row }: “{ $text }” is no unit's name; kept in the note.
roster-notice-phone = Row { $row }: “{ $text }” is no phone number; kept in the note.
roster-notice-email = Row { $row }: “{ $text }” is no e-mail address; kept in the note.
roster-notice-birth = Row { $row }: “{ $text }” is no birth date; kept in the note.
roster-notice-sex = Row { $row }: the sex says “{ $text }”; left open.
roster-notice-ditto = Row { $row }: the unit says “nt”; taken from the row above, { $unit }; please check.
roster-notice-same = Row { $row }: { $name } is the same person as row { $earlier }; kept once.
roster-notice-suspected = Row { $row }: { $name } may be { $other }, who is there already; entered as another person, please check.
roster-notice-moved = Row { $row }: { $name } was { $from } and is now { $to }.
roster-notice-sensitive = These columns are not kept: { $columns }.
roster-notice-ignored = The roster has no place for these columns: { $columns }.
key-import-list = from a file
help-import-list = Imports a list from an Excel or csv file; in the form of n: Ctrl-O
key-unit-tree = units
help-unit-tree = The unit tree with counts; Enter shows a unit's people
key-gaps = gaps
help-gaps = Units without a collaborator
key-ending = ending
help-ending = People whose term ends within 60 days
key-order = order
help-order = By given name, by family name or by unit
key-edit-person = edit
help-edit-person = Edits phone, e-mail, post, term, status, note
key-copy-person = copy
help-copy-person = Copies name, unit and phone
key-whole-card = whole card
help-whole-card = This person's card on the whole screen
key-of-unit = people
help-of-unit = The people of this unit and the units below it
key-keep-search = keep
help-keep-search = Keeps what was found and goes back to the list
key-place-unit-tree = Unit tree
key-place-person = A collaborator's card
action-collaborator-edit = Edit a collaborator
action-roster-import = Import a list of collaborators
roster-form-new = New collaborator
roster-form-files = Name, unit, phone, then Ctrl-S. A list in Excel: Ctrl-O.
roster-form-name-help = As in the decision of appointment.
roster-form-name-wrong = A name is letters only, two words at least.
roster-form-unit-help = Type a part of the name and choose; a new name makes a new unit.
roster-form-unit-new = There is no unit “{ $name }” yet; saving makes it.
roster-form-concurrent-help = Posts held beside it, with commas between.
roster-form-phones-help = The first number is the main one; commas between.
roster-form-email-wrong = Not an e-mail address. Type like name@office.vn.
roster-form-unsaid = not said
roster-form-birth = Born
roster-form-birth-help = A year (1978) or the whole day (5/3/1978).
roster-form-birth-wrong = No year of birth. Type 1978 or 5/3/1978.
roster-form-birth-year-wrong = Nobody born that year can be a collaborator (16 to 100 years old).
roster-form-level = Level
roster-form-topics = Fields followed
roster-form-topics-help = Type a part and press Enter to add; several are allowed.
roster-form-term = Decision, term
roster-form-decision-help = Number and symbol, like 12-QĐ/ĐU.
roster-form-term-from = Term from
roster-form-term-to = Term to
roster-form-term-help = First day of the term or contract, like 1/1/2026.
roster-form-months = Contract (months)
roster-form-months-help = Months; the last day follows from the first one when it is empty.
roster-form-status-help = To end, move or pause by decision use q in the list: it keeps day and number.
roster-form-term-reversed = The term ends before it begins. Mend one of the days.
roster-form-decided-late = The decision is dated after the end of the term. Check both days.
roster-form-commendations = Commendations
roster-form-commendations-help = One a line: 20/11/2025: certificate of the Party committee, QĐ 12-QĐ/ĐU
roster-form-may-be = This may be { $name } ({ $place }), who is on the roster. Ctrl-L shows the card; save if it is another person.
roster-form-phone-of = This number is { $name }’s ({ $place }). Ctrl-L shows the card; save if they share it.
roster-key-alike = that person's card
roster-help-alike = Open the card of who may be the person being entered; what is typed is kept
roster-form-namesake = The same name is on the roster: { $place }. Save if it is another person.
roster-form-namesakes = { $n } { $n ->
    [one] person has
   *[other] people have
} this name, one of them { $place }. Save if it is another person.
roster-form-same-unit = The same name is on the roster in { $unit } ({ $known }). Save if it is another person.
roster-saved-new = { $name } is added. z takes it back.
roster-saved-next = { $name } is added. Now the next one.
roster-saved-unit = Unit { $name } is saved. z takes it back.
roster-unit-new = New unit
roster-unit-name = Name
roster-unit-name-help = The full name as papers write it; level and kind are guessed from it.
roster-unit-same = There is a unit { $name }. Save if it is another one.
roster-unit-same-below = There is { $name } below { $above }. Save if it is another one.
roster-unit-renamed = New name since
roster-unit-renamed-help = The day of the new name: the old one is still found. Empty when a slip is mended.
roster-unit-parent = Unit above
roster-unit-parent-help = Type a part and choose; empty at the top.
roster-unit-circle = The unit above lies below this very unit. Choose another.
roster-unit-level = Level
roster-unit-kind = Kind
roster-unit-symbol = Symbol
roster-unit-symbol-help = What stands in document numbers, like ĐU in 12-CV/ĐU.
roster-unit-mailbox = Official mailbox
roster-unit-order = Protocol order
roster-unit-order-help = Units with a small number come first on papers.
roster-unit-short = Short name
roster-unit-short-help = By it lists that are imported know the unit.
roster-unit-members = { $name } still has { $people } { $people ->
    [one] person
   *[other] people
} and { $units } { $units ->
    [one] unit
   *[other] units
} below; move them first.
roster-unit-delete = Take off a unit
roster-unit-delete-question = Take { $name } off the tree? Reports keep the name. z takes it back.
roster-unit-deleted = { $name } is off the tree. z takes it back.
roster-level-none = not said
roster-unit-kind-territorial = territory
roster-unit-kind-party = party body
roster-unit-kind-state = state body
roster-unit-kind-front = Front, mass organisation
roster-unit-kind-armed = police, military
roster-unit-kind-enterprise = enterprise, co-operative
roster-unit-kind-school = school
roster-decision-end = ends
roster-decision-renew = new term
roster-decision-move = moves
roster-decision-pause = pauses
roster-decision-appoint = works again
roster-decision-commend = commended
roster-decision-of = Decision about { $name }
roster-decision-of-many = Decision about { $n } { $n ->
    [one] marked person
   *[other] marked people
}
roster-decision-kind = What
roster-decision-on = From
roster-decision-on-help = Of an end the last day, of anything else the first.
roster-decision-term-to = New term to
roster-decision-unit = New unit
roster-decision-unit-help = Empty when somebody leaves the network.
roster-decision-post = New post
roster-decision-reason = Reason
roster-decision-reason-help = For a commendation: what it is and what for.
roster-decision-reason-missing = A commendation needs words: what it is and what for.
roster-decided = The decision about { $n } { $n ->
    [one] person
   *[other] people
} is kept. z takes it back.
roster-bulk = Change many
roster-bulk-of = Change { $n } { $n ->
    [one] marked person
   *[other] marked people
}
roster-bulk-hint = What is left empty stays. Before anything is written you are told how many will change.
roster-bulk-stays = stays
roster-bulk-topics = Add fields
roster-bulk-note = Add to the note
roster-bulk-note-help = A line is added to the note of each.
roster-bulk-nothing = Nothing is filled in, so there is nothing to change.
roster-bulk-same = It is so for all { $n } already.
roster-bulk-question = { $differ } of { $n } { $n ->
    [one] marked person
   *[other] marked people
} will change. { $what }. Go on?
roster-bulk-done = { $n } { $n ->
    [one] person is
   *[other] people are
} changed. z takes it back.
roster-delete = Take off the roster
roster-delete-question = Take { $n } { $n ->
    [one] person
   *[other] people
} off the roster ({ $name })? Only for slips; who has ended is kept with a decision (q). Reports stay.
roster-deleted = { $n } { $n ->
    [one] person is
   *[other] people are
} off the roster. z takes it back.
roster-marked = { $n } marked
roster-decisions = Decisions
roster-commended = Commended ({ $n })
roster-follows = Follows: { $topics }
roster-no-phone-found = No phone number holds “{ $typed }”.
roster-no-phone-hint = Type at least three digits in a row; 0 and +84 may be left out. Esc shows everybody.
key-new-person = new person
help-new-person = Add a collaborator; for an Excel list press Ctrl-O then
key-decision = decision
help-decision = A decision about one or many: end, renew, move, pause, commend
key-bulk = change many
help-bulk = Change all marked people at once
key-delete-person = take off
help-delete-person = Take a slip off the roster, after a question
key-new-unit = new unit
help-new-unit = Add a unit below the one under the cursor
key-edit-unit = edit
help-edit-unit = Edit the unit: name, unit above, symbol, mailbox, order
help-delete-unit = Take off a unit entered by mistake, after a question
action-collaborator-add = Add a collaborator
action-collaborator-decision = A decision about collaborators
action-collaborator-bulk = Change many collaborators
action-collaborator-delete = Take collaborators off the roster
action-unit-add = Add a unit
action-unit-edit = Edit a unit
action-unit-delete = Take off a unit
roster-import-file-refused = Refused: { $name }
roster-import-file = { $people } { $people ->
    [one] new person
   *[other] new people
}, { $units } { $units ->
    [one] new unit
   *[other] new units
}, { $updated } updated, { $duplicates } { $duplicates ->
    [one] row
   *[other] rows
} known already.
roster-import-nothing = Nothing came in.
roster-import-some-refused = { $n } { $n ->
    [one] file is refused; the reason follows
   *[other] files are refused; the reasons follow
}.
roster-import-empty-folder = There is no .xlsx, .csv, .xls or .ods file in this folder. Nothing came in.
roster-list-number = running number
roster-list-full-name = full name
roster-list-family = family and middle names
roster-list-given = given name
roster-list-sex = sex
roster-list-male = column of men
roster-list-female = column of women
roster-list-birth = birth
roster-list-unit = unit
roster-list-post = post
roster-list-concurrent = posts held beside
roster-list-phone = phone
roster-list-email = e-mail
roster-list-phone-email = phone and e-mail
roster-list-term = term or contract
roster-list-term-from = from
roster-list-term-to = until
roster-list-code = code
roster-list-decision = decision number
roster-list-decision-date = decision date
roster-list-address = address
roster-list-allowance = allowance
roster-list-note = note
roster-list-sensitive = – not read –
roster-list-ignored = – not taken –
roster-columns-title = Columns of the list
roster-columns-label = Heading
roster-columns-sample = Example
roster-columns-holds = Read as
roster-columns-none = Nothing fits.
roster-columns-remembered = Confirmed once; the next list with the same headings is read like this.
roster-columns-need-name = No column of names yet: put the cursor on it, Enter, choose.
roster-columns-say = No column was recognised as names: say what each column holds.
roster-columns-sensitive = This column is about ethnicity, religion, party record or personal papers: it is not read and not kept.
roster-columns-what = Column { $letter }: what is in it
roster-columns-held = now column { $letter }
roster-key-columns = columns
roster-help-columns = See what each column is read as, and set it right
roster-key-confirm-columns = confirm
roster-help-confirm-columns = Read the list by these columns; the file remembers them
roster-key-column = change column
roster-help-column = Choose what this column holds
roster-key-column-none = leave out
roster-help-column-none = Take nothing from this column
roster-key-next-list = next list
roster-help-next-list = The next list or sheet
action-unit-reorganise = Reorganise units
action-unit-move = Change the order of units
roster-unit-formerly = formerly { $names }
roster-unit-now = now { $names }
roster-unit-until = until { $day }
roster-reorganise-title = Reorganise units
roster-reorganise-of = Reorganise { $name }
roster-reorganise-of-many = Reorganise { $n } marked { $n ->
    [one] unit
   *[other] units
}
roster-reorganise-change = What happens
roster-change-merge = merged into one unit
roster-change-rename = renamed
roster-change-split = divided
roster-change-abolish = abolished
roster-reorganise-on = From
roster-reorganise-on-help = First day of the new order, such as 1/7/2025.
roster-reorganise-basis = Basis
roster-reorganise-basis-help = Number and name of the resolution or decision.
roster-reorganise-name = New name
roster-reorganise-into = Unit afterwards
roster-reorganise-into-help = Choose a unit (one of those merged, too) or type a new name in full.
roster-reorganise-parts = After division
roster-reorganise-parts-help = One name a line. Keep the line of the old name if that unit goes on; take it off if not.
roster-reorganise-parent-help = Where the new unit stands in the tree; empty for the top.
roster-reorganise-leftover = People of the unit
roster-reorganise-leftover-help = No unit takes its place: where people go. Each can be changed afterwards.
roster-leftover-above = to the unit above
roster-leftover-end = their terms end that day
roster-leftover-stay = left there, to be looked at one by one
roster-reorganise-no-successor = Merged into which unit? Choose one or type a new name.
roster-reorganise-one-part = A division needs at least two units, one name a line.
roster-reorganise-same-name = That is the name it has. Type the new one.
roster-reorganise-only-one = One unit is renamed or divided at a time. Take marks off and try again.
roster-reorganise-nothing-goes = Nothing would be merged: this is the unit itself. Choose another or type a new name.
roster-reorganise-gone = { $unit } was abolished before. Take its mark off.
roster-reorganise-below = { $unit } is below a unit that goes. Choose another.
roster-reorganise-who = Person, unit
roster-reorganise-from = From
roster-reorganise-to = To
roster-reorganise-root = top of the tree
roster-reorganise-ends = ends { $day }
roster-reorganise-stays = stays, to be looked at
roster-reorganise-counts = { $people } { $people ->
    [one] person
   *[other] people
} and { $units } { $units ->
    [one] unit
   *[other] units
} below move.
roster-reorganise-staying = { $n } { $n ->
    [one] line kept
   *[other] lines kept
} in place.
roster-reorganise-follows = Following: { $duties } { $duties ->
    [one] duty
   *[other] duties
}, { $rules } { $rules ->
    [one] rule
   *[other] rules
} of assignment, { $summons } of the summons to coming classes.
roster-reorganise-excuse = Excused: { $duty }, { $period }
roster-reorganise-excused = { $n ->
    [one] { $n } excuse from reporting stands last
   *[other] { $n } excuses from reporting stand last
}; ← → choose who has it from now on, or nobody.
roster-plan-rename = { $old } is called { $name } from { $day }
roster-plan-merge = { $old } merged into { $unit } from { $day }
roster-plan-split = { $old } divided into { $parts } from { $day }
roster-plan-abolish = { $names } abolished from { $day }
roster-remark-heads = In { $unit } { $names } would share the post { $post }.
roster-remark-person = { $name } is in two units that come into { $unit }; perhaps one person.
roster-remark-name = Below { $above } there would be two units called { $name }.
roster-remark-name-root = There would be two units called { $name } at the top.
roster-remark-taken = Another unit is called { $name } already.
roster-remark-empty = No collaborator would be in { $unit }.
roster-remark-left = { $n } { $n ->
    [one] person left
   *[other] people left
} in a unit that is no more; look at each later.
roster-remark-rules = { $n } { $n ->
    [one] rule
   *[other] rules
} of assignment by these units would give out nothing any more.
roster-remark-future = That day is still to come: the file shows the new order from now on.
roster-reorganised = Reorganised: { $units } { $units ->
    [one] unit
   *[other] units
} abolished, { $people } { $people ->
    [one] person
   *[other] people
} moved. z takes it back.
roster-former-now = { $old } is now { $now }
roster-key-reorganise = reorganise
roster-help-reorganise = Rename, merge, divide, abolish marked units from a day; shown first, then written
roster-help-mark-unit = Mark units to reorganise them together
roster-help-unit-up = Move the unit up in the order papers list by
roster-help-unit-down = Move the unit down in the order papers list by
roster-key-gone = abolished
roster-help-gone = Show units that are no more too, with what they are now
roster-key-carry-out = carry out
roster-help-carry-out = Write all of it as shown, as one action
roster-key-turn = change destination
roster-help-turn = Send this line, or the marked ones, to the next place
roster-key-turn-back = place before
roster-help-turn-back = Back to the place before
roster-help-mark-line = Mark lines to send them together
roster-key-amend = back to the form
roster-help-amend = Back to the form; nothing was written
roster-tree-columns-order = No.
roster-tree-columns-symbol = Symbol
roster-tree-columns-mailbox = Mailbox
roster-output = Write to a file
roster-output-of = Write { $n } { $n ->
    [one] person
   *[other] people
} to a file
roster-output-what = List
roster-output-list = list of collaborators
roster-output-allowance = sheet to sign for allowances
roster-output-commended = put up for commendation by activity
roster-output-span = Period
roster-output-span-help = Type 11/2026, Q4/2026, 2026 or a day – a day.
roster-output-reports = Reports, at least
roster-output-reports-help = Only reports and days count; the list prints this rule.
roster-output-share = In time, at least (%)
roster-output-path = File
roster-output-path-help = List: .xlsx, .csv, .vcf (address cards), .json; sheet to sign: .docx, .xlsx. F4 chooses a folder.
roster-output-name-list = Collaborators
roster-output-name-allowance = Allowances { $month }
roster-output-name-commended = Commendations { $year }
roster-output-sheet = Collaborators
roster-output-over = { $path } is there already. Write over it?
roster-output-written = Written: { $path }.
roster-output-failed = { $path } could not be written: { $reason }. Choose another folder or close the file and try again.
roster-span-month = { $month }/{ $year }
roster-span-quarter = quarter { $quarter } of { $year }
roster-span-year = { $year }
roster-span-days = { $from } to { $to }
roster-show-title = Show
roster-show-all = everybody
roster-show-overdue = term over, nothing decided
roster-show-former = ended, moved
roster-show-no-unit = without a unit, or in one that is no more
roster-show-retention = ended over { $years } { $years ->
    [one] year
   *[other] years
} ago, to be erased?
roster-on-time = { $on_time }/{ $due } in time ({ $share }%)
roster-no-address = no address
roster-copied = Copied { $text }
roster-key-show = show
roster-help-show = Only one group: term over, ended, without a phone, past retention…
roster-key-output = write, print
roster-help-output = Write those shown to Excel, csv, address cards; a sheet for allowances; a list for commendation
roster-key-copy-phone = copy phone
roster-help-copy-phone = Copy the phone numbers alone
roster-key-copy-address = copy address
roster-help-copy-address = Copy address and e-mail alone

### training
training-kind-class = class
training-kind-briefing = briefing
training-kind-conference = conference
training-state-draft = draft
training-state-planned = planned
training-state-summoned = summoned
training-state-running = running
training-state-held = held
training-state-postponed = postponed
training-state-cancelled = cancelled
training-part-morning = morning
training-part-afternoon = afternoon
training-part-evening = evening
training-agenda-synthesis = synthesis
training-agenda-addition = additions
training-agenda-answer = answers
training-agenda-orientation = orientation
training-column-kind = Kind
training-column-title = Title
training-column-from = From
training-column-to = To
training-column-date-text = Vague date
training-column-place = Place
training-column-state = State
training-column-audience = Audience
training-column-people = People
training-column-estimate = Estimate (đồng)
training-column-document = Plan number
training-column-document-date = Plan date
training-column-days = Days
training-people = { $n } { $n ->
    [one] person
   *[other] people
}
training-month = { $month }/{ $year }
training-month-count = { $n } this month · { $all } in { $year }
training-undated = no date yet
training-search = Find:
training-search-count = { $n } { $n ->
    [one] class or meeting
   *[other] classes and meetings
}
training-empty = There are no classes or meetings yet.
training-empty-import = Press n to plan a class or meeting, x to import an attendee list from Excel (.xlsx) or csv; the class is made from its title.
training-month-empty = No class or meeting in this month.
training-month-before = Before: { $month }/{ $year }, press ←.
training-month-after = After: { $month }/{ $year }, press →.
training-nothing-found = No class or meeting fits. Esc goes back to the month.
training-tasks-left = prepared { $done }/{ $all }
training-tasks-late = { $n } late
training-purpose = Purpose: { $text }
training-audience = For: { $text }
training-funding = Funding: { $text }
training-estimate = estimate { $amount } đồng
training-plan = Plan { $number }
training-plan-dated = Plan { $number } of { $day }
training-hosts = Hosts
training-sessions = Sessions ({ $n })
training-preparation = Preparation ({ $done }/{ $all } done)
training-due = due { $day }
training-late = late, due { $day }
training-summons-number = { $n } { $category }
training-names-due = names by { $day }
training-participants = Participants ({ $n })
training-participants-none = No list of participants yet.
training-calendar-ending = { $path } is no calendar: give a name that ends in .ics, for example calendar.ics.
training-calendar-written = { $count ->
    [one] One entry written to { $path }.
   *[other] { $count } entries written to { $path }.
}
training-calendar-undated = { $count ->
    [one] One class or meeting has no day yet and is not in the calendar.
   *[other] { $count } classes and meetings have no day yet and are not in the calendar.
}
training-invite = Add participants by a reason
training-invite-nobody = Every collaborator who serves is on the list already.
training-invite-question = { $count ->
    [one] Add one person ({ $reason }): { $names }?
   *[other] Add { $count } people ({ $reason }): { $names }?
}
training-reason-summoned = of the units summoned
training-reason-never = never at a class
training-reason-years = { $n ->
    [one] not at a class for a year, or never
   *[other] not at a class for { $n } years, or never
}
training-reason-new = term began within twelve months
training-reason-everybody = every collaborator who serves
key-invite = by reason
help-invite = Add participants by a reason: units summoned, never trained, not for long, new in office
training-repeat-never = once
training-repeat-month = every month
training-repeat-quarter = every quarter
training-form-repeat = Repeats
training-form-repeat-help = A standing meeting: later ones are entered until the end of the year (from October: of the next year); Saturdays and Sundays move to a working day
training-form-repeat-needs-day = A standing meeting needs a day: type that of the first one, for example 25/12/2026
training-form-for = Change
training-form-for-help = Day, place, agenda and so on of this one only, or of the later ones too; numbers and conclusions of each stay
training-this-one = only this one
training-and-later = { $n ->
    [one] this and one later one
   *[other] this and { $n } later ones
}
training-delete-series = Take off the agenda
training-saved-series = { $added ->
    [0] { $changed ->
        [one] Saved; one later meeting follows. z to undo.
       *[other] Saved; { $changed } later meetings follow. z to undo.
    }
    [one] Saved, with one later meeting. z to undo.
   *[other] Saved, with { $added } later meetings. z to undo.
}
training-names-complete = All units have sent their names.
training-names-copied = { $n ->
    [one] A reminder to one unit is on the clipboard.
   *[other] A reminder to { $n } units is on the clipboard.
  }
training-remind-head-due = Reminder: names for { $what }, due { $due }.
training-remind-head = Reminder: names for { $what }.
training-remind-list = { $units ->
    [one] On { $day } one unit still owed { $missing ->
        [one] one name
       *[other] { $missing } names
      }:
   *[other] On { $day } { $units } units still owed { $missing } names:
  }
training-remind-end = Please send the full name, post and phone of each person.
training-names-none = no names yet
training-names-none-late = no names yet, late
training-names-some = { $named } named, { $missing } missing
training-names-some-late = { $named } named, { $missing } missing, late
training-names-all = all named
training-summons-of = Summons ({ $units ->
    [one] one unit
   *[other] { $units } units
  }, { $summoned ->
    [one] one person
   *[other] { $summoned } people
  }; { $named } named)
training-results-line = { $attended } of { $listed } attended; away throughout: { $excused } with leave, { $unexcused } without; { $certificates ->
    [one] one certificate
   *[other] { $certificates } certificates
  }
training-costs-more = The lines come to { $sum } đồng, { $by } more than the estimate (F2 to change).
training-costs-less = The lines come to { $sum } đồng, { $by } less than the estimate (F2 to change).
training-ahead-names = { $missing ->
    [one] One name missing
   *[other] { $missing } names missing
  } from { $units ->
    [one] one unit
   *[other] { $units } units
  }
training-units-none = No unit is summoned and nobody is on the list. F2 in the month, field Summons, names the units.
training-units-tab = Units
training-units-summoned = called
training-units-named = named
training-units-missing = missing
training-units-attended = came
training-units-excused = leave
training-units-unexcused = absent
training-units-certificates = cert.
training-units-unknown = unit not known
training-units-level = level: { $level }
training-units-all = all
training-form-names-title = Names sent by { $unit }
training-form-names-people-help = Collaborators of this unit; type a few letters, then Enter. Several can be chosen.
training-form-names = Others
training-form-names-help = One person a line: full name; post; phone. The list a unit sent can be pasted whole.
training-form-names-listed = Whoever stands in the line “{ $line }” is on the list already; take the line out. Nobody was entered yet.
training-form-names-wrong = No full name in the line “{ $line }”. Write: full name; post; phone.
key-class-units = units
help-class-units = Unit by unit: whose names came and how many are missing; once it has begun: who came, leave, certificates
key-new-names = enter names
help-new-names = Enters the people this unit sent the names of
help-remind-names = A reminder to the units that lack names, ready to be pasted into a message
key-place-units-of = Units of a class
training-grid-days = Mon Tue Wed Thu Fri Sat Sun
training-grid-title = month
training-grid-nothing = Nothing on this day; n plans a class or meeting on it.
training-grid-choose = { $day }
training-grid-free = nothing
training-help-views = Filters with a name and their counts: choose, keep, rename, take off
training-help-search = Find by words, or filter: group: state: kind: year: quarter:
training-sort-days = Days, the earliest first
training-sort-people = People, most first
training-sort-tasks = Open preparation, most first
training-view-coming = Within the next 30 days
training-view-no_names = Units still to send names
training-view-late = Preparation late
training-view-clash = Wanted in two places
training-view-undated = Without a day
training-view-past = Day over, not closed
training-view-no_result = Held, no result written
training-view-off = Postponed or cancelled
training-view-stays = This view belongs to the program and stays; n keeps what is filtered now as a view of the office.
training-view-note = A name for a filter of classes and meetings. F4 chooses it and counts them; everybody who uses this file sees it.
training-view-filter-help = group:no_names state:postponed,cancelled kind:class,briefing year:2026 quarter:4 and words to look for.
training-view-from-filter = Filter with / first and keep that: then no filter has to be typed here.
training-view-remove-question = Take the view “{ $name }” off? The classes and meetings in it stay as they are. z undoes it.
training-filter-key = “{ $part }” is not understood. There are group: state: kind: year: quarter: and words to look for.
training-filter-group = There is no group “{ $value }”. The groups: coming, no_names, late, clash, undated, past, no_result.
training-filter-state = There is no state “{ $value }”. The states: draft, planned, summoned, running, held, postponed, cancelled; several with commas between.
training-filter-kind = There is no kind “{ $value }”. The kinds: class, briefing, conference; several with commas between.
training-filter-year = “{ $value }” is no year; for example year:2026.
training-filter-quarter = “{ $value }” is no quarter; for example quarter:4.
training-filter-hint = Esc goes back to the month; F4 offers filters.
training-help-charts = Charts: people by quarter, classes by kind and state, trained by unit
training-chart-quarters = People by quarter
training-chart-kinds = Kind and state
training-chart-units = Trained by unit
training-chart-all = all months; filter first (/ or F4) to count a part
training-chart-told-quarters = People on the lists of classes and meetings that were held.
training-chart-told-kinds = Classes and meetings by kind and state.
training-chart-told-units = Classes that were held; each person is counted once.
training-key-bulk = change many
training-help-bulk = Change the marked classes and meetings (F2): state, place, days
training-marked = { $n } marked · F2 changes them together
training-bulk = Change many classes and meetings
training-bulk-of = Change { $n } marked { $n ->
    [one] class or meeting
   *[other] classes and meetings
}
training-bulk-hint = What is left empty stays. Before anything is written you are told how many will change.
training-bulk-days = Later by (days)
training-bulk-days-help = 7 is a week later, -7 a week earlier. Sessions and open preparation move along.
training-bulk-later = { $n } { $n ->
    [one] day
   *[other] days
} later, sessions and preparation move along
training-bulk-earlier = { $n } { $n ->
    [one] day
   *[other] days
} earlier, sessions and preparation move along
training-bulk-question = { $differ } of { $n } marked { $n ->
    [one] class or meeting
   *[other] classes and meetings
} will change. { $what }.
training-bulk-stay = { $n ->
    [one] One keeps its days: it has none, goes on or was held.
   *[other] { $n } keep their days: they have none, go on or were held.
}
training-bulk-write = Write it?
training-bulk-same = Nothing would change in { $n } { $n ->
    [one] class or meeting: it is so already, or cannot
   *[other] classes and meetings: they are so already, or cannot
} move.
training-bulk-done = { $n } { $n ->
    [one] class or meeting
   *[other] classes and meetings
} changed. z undoes it.
action-class-many = Change many classes and meetings
key-month-grid = grid
help-month-grid = The whole month on one screen, a cell a day
key-month-list = list
help-month-list = Back to the list of the month
help-grid-open = Reads the class or meeting of the day; of several one is chosen
help-grid-new = Plans a class or meeting on this day
key-place-grid = Month
training-agenda-other = other
training-offers = Put on the agenda (Insert marks several)
training-offers-none = No synthesis, open issue or orientation is left to put on the agenda.
training-form-point = Edit the point
training-form-point-new = New point
training-points-none = No points yet. m takes from the file, b enters what is added at the meeting, n writes one.
training-points-tab = Agenda ({ $n })
key-class-points = agenda
help-class-points = The agenda of the meeting: synthesis, additions, answers, orientation
key-point-addition = addition
help-point-addition = Enters what is said at the meeting as an item; it comes into the inbox and stands here
key-point-offers = from the file
help-point-offers = Chooses syntheses, issues that wait for an answer, what was asked last time and orientations for the agenda
key-new-point = write one
help-new-point = Adds a point to the agenda
help-edit-point = Changes the point
key-point-open = open source
help-point-open = Opens the issue or item the point is about
help-point-up = Moves the point up
help-point-down = Moves the point down
key-place-points = Agenda of a meeting
action-class-agenda = Agenda of a meeting
inbox-form-meeting = Said at a meeting: once saved it stands on the agenda among the additions.
training-calendar-one = Calendar of this one (.ics)
training-calendar-all = Calendar of all (.ics)
training-calendar-file = Name of the .ics file for Google Calendar, Outlook or a phone. A name alone lies beside the office's file.
training-calendar-nothing = No class or meeting has a day yet, so there is no calendar to save.
training-calendar-no-pages = A calendar has no pages to read. Enter saves the .ics file.
key-calendar = calendar
help-calendar = Saves the calendar (.ics) of the class, or of all classes and meetings, for a phone or Outlook
training-extend = Go on with the meeting
training-extend-none = This is no standing meeting, so there is nothing to go on with. F2, field Repeats, makes it one.
training-extend-question = { $count ->
    [one] Enter one more meeting like the last, on { $from }?
   *[other] Enter { $count } more meetings like the last, from { $from } to { $to }?
  }
training-extended = { $n ->
    [one] One meeting was entered. z takes it back.
   *[other] { $n } meetings were entered. z takes them back.
  }
key-class-extend = go on
help-class-extend = Standing meeting: enters those after the last, to the end of the year
action-class-extend = Go on with a standing meeting
training-year-duties = Reporting duties ({ $n })
training-duty-week = every week
training-duty-month = every month
training-duty-quarter = every quarter
training-duty-half = every half-year
training-duty-year = every year
training-duty-owes = sent by the office
training-duty-to = to { $body }
training-duty-collaborators = from collaborators
training-duty-units = from units
training-duty-last-day = last day of the period
training-duty-after = { $n ->
    [one] one day after the period
   *[other] { $n } days after the period
  }
training-duty-before = { $n ->
    [one] one day before the period ends
   *[other] { $n } days before the period ends
  }
training-plan-known = “{ $title }” is in the file with its sessions; there is nothing new to take in.
training-plan-question-new = Makes “{ $title }” from the plan, with { $sessions ->
    [one] one session
   *[other] { $sessions } sessions
  }. Import?
training-plan-question = Adds { $sessions ->
    [one] one session
   *[other] { $sessions } sessions
  } and what is lacking to “{ $title }”. Import?
training-plan-done = { $n ->
    [one] The plan was taken in with one session. z takes it back.
   *[other] The plan was taken in with { $n } sessions. z takes it back.
  }
training-clash-hall = Same place: { $name } also has “{ $title }”, { $when }
training-clash-speaker = Speaker { $name } is also at “{ $title }”, { $when }
training-clash-twice = Speaker { $name } is wanted twice at one time in this class, { $when }
training-clash-person = { $more ->
    [0] { $name } is also at “{ $title }”, { $when }
    [one] { $name } and one more are also at “{ $title }”, { $when }
   *[other] { $name } and { $more } more are also at “{ $title }”, { $when }
}
training-saved-clash = Saved. { $said }
training-ahead-clash = clash
training-agenda = Agenda
training-result = Conclusion
training-note = Note
training-choose-state = State of the class or meeting
training-choose-task = Preparation: Enter marks a task done or not done
training-task-done = done
training-nothing-to-choose = no such entry
training-no-tasks = Nothing to prepare was entered.
training-changed = Changed. z takes it back.
training-import = Import an attendee list or a plan
training-import-path = List: Excel (.xlsx) or csv; plan of a class: Word (.docx). Path of the file:
training-import-question-new = “{ $title }” will be made with { $people } { $people ->
    [one] person
   *[other] people
}, { $known } of them on the roster. Import?
training-import-question = { $people } { $people ->
    [one] person
   *[other] people
} will be added to “{ $title }”; { $duplicates } on the list already. Import?
training-import-done = Imported { $people } { $people ->
    [one] person
   *[other] people
}. z takes it back.
key-class-read = read
help-class-read = Reads the whole class or meeting: sessions, preparation, participants
key-month-before = month before
help-month-before = Goes to the month before
key-month-after = month after
help-month-after = Goes to the month after
key-month-today = this month
help-month-today = Goes to this month
key-class-state = state
help-class-state = Changes the state: draft, planned, summoned, held…
key-class-tasks = preparation
help-class-tasks = Marks a thing to prepare as done or not
help-import-attendees = Imports an attendee list from an Excel or csv file; in the form of n: Ctrl-O
key-place-class = Class or meeting
action-class-state = Change the state of a class or meeting
action-class-task = Tick a thing to prepare
action-attendees-import = Import an attendee list
training-form-new = New class or meeting
training-form-files = Title, days, then Ctrl-S. A list of attendees in Excel: Ctrl-O.
training-form-again = Once more after this pattern
training-form-title-help = The name as in the plan.
training-form-when-help = Type 14/10, 14-15/10/2026, or words while it is open: mid April.
training-form-when-vague = No month is named; it is shown in every month until it has a day.
training-form-audience-help = Who is summoned.
training-form-purpose = Purpose
training-form-host = Host
training-form-host-2 = Second host
training-form-host-help = Type a part and choose, or the name as it is printed.
training-form-signer = Signer
training-form-signer-post = Signer's post
training-form-papers = Plan, money
training-form-document-help = Number and symbol, like 25-KH/ĐU.
training-form-funding = Funding
training-form-session = Edit a session
training-form-session-new = Add a session
training-form-day = Day
training-form-part = Half-day
training-form-hours = Hours
training-form-hours-help = Like 7h30-11h or 13:30-16:30; the half-day follows from it.
training-form-hours-wrong = No hours. Type like 7h30-11h.
training-form-content = Content
training-form-speaker = Speaker
training-form-speaker-help = Name and post as the program prints them.
training-form-hall = Hall
training-form-task = To prepare
training-form-task-new = Add a thing to prepare
training-form-task-edit = Edit a thing to prepare
training-form-task-help = For example: material by mail, hall, backdrop, sound.
training-form-owner = Who
training-form-due = Due
training-form-due-help = The day it must be done.
training-form-done = Done
training-form-people-title = Add people
training-form-people = Collaborators
training-form-people-help = Type a part of name or unit, or initials, then Enter; several are allowed.
training-form-people-none = Nobody is chosen. Choose a collaborator or type a name.
training-form-guests = Not a collaborator
training-form-guest = Full name
training-form-guest-help = Guests, stand-ins, and who came without being summoned.
training-form-stand-in = Stands in for
training-form-stand-in-help = The person summoned in whose place this one comes.
training-form-walk-in = Walk-in
training-form-walk-in-help = Came without being summoned; the list shows +.
training-saved = Saved. z takes it back.
training-saved-next = Saved. Now the next one.
training-delete = Take off
training-delete-question = Take “{ $name }” off? z takes it back.
training-no-sessions = There is no session yet to be absent from. Press l, then n to add one.
training-sessions-none = No sessions yet. Press n to add one.
training-people-none = Nobody yet. Press n to add people, x in the month to import a list.
training-find-person = Find somebody
training-absent-from = absent from { $n }
training-sign-absent = absent
training-sign-excused = leave
training-ahead = Ahead
training-ahead-due = due
training-ahead-late = late
training-ahead-today = today
key-new-class = new
help-new-class = Plan a class or meeting; for an attendee list press Ctrl-O then
help-edit-class = Edit the class: name, days, place, hosts, plan
key-class-sessions = program
help-class-sessions = Sessions: add, edit, take off
key-class-people = people
help-class-people = Who attends, and attendance by session
key-class-again = copy
help-class-again = A new class after the pattern of this one
key-next-part = next part
help-next-part = To program, preparation, people
help-delete-part = Take this off, after a question
key-new-session = add session
help-new-session = Add a session
help-edit-session = Edit this session
key-new-task = add
help-new-task = Add a thing to prepare
key-task-done = done
help-edit-task = Edit this thing
key-new-people = add people
help-new-people = Put collaborators or others on the list
key-absent = absent
help-absent = Absent from this session, or there after all
key-excused = excused
help-excused = Absent with leave from this session
key-session-before = session before
help-session-before = To the session before
key-session-after = next session
help-session-after = To the next session
key-place-sessions = Program
key-place-tasks = Preparation
key-place-people = People
action-class-add = Plan a class or meeting
action-class-edit = Edit a class or meeting
action-class-session = Keep a session
action-class-people = Add people
action-class-attendance = Attendance
action-class-delete = Take off a part of a class

training-paper-plan = Plan
training-paper-decision = Decision to hold the class
training-paper-speakers = Letters to speakers
training-paper-summons = Summons
training-paper-invitation = Invitation
training-paper-program = Program
training-paper-estimate = Estimate
training-paper-students = List of people
training-paper-attendance = Attendance sheet
training-paper-attendance-by-unit = Attendance sheets by unit
training-paper-payments = Receipts for money by session
training-paper-materials = Receipts for material
training-paper-certificate-list = List of certificates
training-paper-certificates = Certificates
training-paper-results = Report on results
training-paper-minutes = Minutes
training-paper-conclusion = Conclusion
training-gap-office = name of the office (Ctrl-T, Settings)
training-gap-title = title (F2, field Title)
training-gap-code = code of the office in document numbers (Ctrl-T, Settings)
training-gap-office-place = place before the date (Ctrl-T, Settings)
training-gap-days = days (F2, field Days)
training-gap-place = place (F2, field Place)
training-gap-purpose = purpose (F2, field Purpose)
training-gap-audience = audience (F2, field Audience)
training-gap-sessions = sessions (key l, then n)
training-gap-speakers = speakers of the sessions (key l)
training-gap-some-speakers = speakers of some sessions (key l)
training-gap-signer = signer and post (F2, field Signer)
training-gap-costs = lines of the estimate (F2, field Costs)
training-gap-costs-differ = an estimate that agrees with its lines: they differ (F2)
training-gap-summons = units that are summoned (F2, field Summons)
training-gap-names-due = day names are due (F2, field Summons)
training-gap-participants = people (key g, then n; or x imports a list)
training-gap-certificate-numbers = numbers of certificates (F2, field Certificates from)
training-gap-agenda = agenda (F2, field Agenda)
training-gap-result = conclusion (F2, field Conclusion)
training-gap-preparation = things to prepare (key c, then n)
training-gap-funding = source of funding (F2, field Funding)
training-form-certificate-signer = Signs certificates
training-form-certificate-signer-help = Name, post: Doãn Khắc Lượng, Hiệu trưởng. Empty: who signs for the host.
training-form-certificate-from = Certificates from
training-form-certificate-from-help = Number of the first certificate; the others follow the list.
training-papers = Papers
training-papers-of = Papers: { $title }
training-papers-missing = missing: { $what }
training-papers-stopped = { $paper } cannot be printed yet: { $what } is missing.
training-papers-written = Saved: { $path }
training-papers-exists = { $path } is there already. Choose another name, or delete the old file first.
training-papers-not-written = { $path } could not be written: { $why }
training-papers-placeholders = Something in the paper is not filled in: { $what }. Fill it in and print again.
training-papers-profile = The layout { $path } is wrong in line { $line }: { $why }. Mend the line, or delete the file to use the shipped layout.
training-papers-measures = In the layout { $path } margins or columns are wider than the sheet. Mend them, or delete the file to use the shipped layout.
training-papers-failed = The paper could not be made: { $why }
training-papers-which = Choose the class or meeting by --class: its id or a part of its title.
training-papers-no-class = No class or meeting has “{ $title }” in its title.
training-papers-several = Several classes or meetings fit “{ $title }”; say more, or use the id:
training-papers-not-of = This class or meeting has no paper “{ $paper }”.
training-papers-ending = The file must end in .docx, .txt or .md: { $path }
training-papers-year-empty = Nothing is planned for { $year }: no items, classes, meetings or surveys.
training-paper-year = Plan of the year { $year }
training-papers-file = File name: .docx for Word, .txt or .md for plain text. A bare name stands beside the office's file.
training-papers-folder = { $count ->
        [one] Write the marked paper into a folder.
       *[other] Write the { $count } marked papers into a folder.
    } What is there stays.
training-papers-folder-name = Papers
training-papers-some = { $written ->
        [one] { $written } file saved;
       *[other] { $written } files saved;
    } { $failed ->
        [one] { $failed } paper was not.
       *[other] { $failed } papers were not.
    }
training-papers-all = { $count ->
        [one] { $count } file saved to { $folder }
       *[other] { $count } files saved to { $folder }
    }
training-papers-cannot = not yet: nothing to print
training-papers-ready = complete
training-papers-lacks = { $count ->
        [one] { $count } thing missing
       *[other] { $count } things missing
    }
training-papers-file-is = File: { $file }
preview-page = page { $page } of { $pages }
key-class-papers = papers
help-class-papers = Papers of the class or meeting and the plan of the year: preview, save as Word
key-place-papers = Papers
key-paper-save = save
help-paper-save = Saves the paper as a file; several marked ones into a folder
key-paper-preview = preview
help-paper-preview = The pages as they will be printed
help-paper-mark = Marks papers to save several at once
key-paper-mark-all = mark all
help-paper-mark-all = Marks every paper that can be printed, or none
key-place-preview = Print preview
key-preview-next = next page
help-preview-next = To the next page
key-preview-before = page before
help-preview-before = To the head of the page, then the page before
training-form-document-next = Next number of a plan in the register: { $n }.
training-year = Plan of { $year }
training-year-silent = { $n ->
    [one] { $n } point without a report this quarter
   *[other] { $n } points without a report this quarter
}
training-year-items = What to follow ({ $n })
training-year-classes = Classes and meetings ({ $n })
training-year-surveys = Survey rounds ({ $n })
training-year-empty = Nothing to follow yet. n adds something.
training-year-reports = { $n ->
    [one] { $n } report
   *[other] { $n } reports
}
training-year-new = A point of the plan of { $year }
training-year-edit = Edit a point of the plan of { $year }
training-year-content = What to follow
training-year-content-help = Which matter, opinion on what
training-year-event = On which occasion
training-year-event-help = Such as a congress, a session of the council
training-year-when-help = Days, or vague ones: tháng 4, trung tuần tháng 4, quý II, 6 tháng đầu năm
training-year-when-wrong = These are no days. Write 14/10, tháng 4, trung tuần tháng 4, quý II.
training-year-owner = Who does it
training-year-basis = Basis
training-year-basis-help = The document it rests on: number, day
training-year-topic = Topic
training-year-topic-help = Its reports of the quarter are counted. Without one nothing is counted.
training-year-delete = Take “{ $content }” off the plan? z brings it back.
training-year-kept = Written into the plan of the year.
key-year-plan = year's plan
help-year-plan = The year on one page: what to follow, classes, meetings, survey rounds
key-place-year = Plan of the year
key-year-new = add
help-year-new = Add something to follow in the year
help-year-open = Edit the point, or go to the class or meeting under the cursor
help-year-edit = Edit the point under the cursor
help-year-up = One line up
help-year-down = One line down
key-year-before = year before
help-year-before = The plan of the year before
key-year-after = next year
help-year-after = The plan of the next year
action-plan-item-add = Add a point to the year's plan
action-plan-item-edit = Edit a point of the year's plan
action-plan-item-move = Move a point of the year's plan
action-plan-item-delete = Take a point off the year's plan
training-form-agenda = Agenda
training-form-agenda-help = One point a line; it may begin with what it is, like “answers: …”.
training-form-summons = Summons
training-form-summons-help = A line each: unit; whom; how many; day names are due. Like: Đảng ủy xã Lộc An; cộng tác viên; 3; 05/12/2026. Many at once: tất cả xã, phường; head; 1.
training-form-summons-wrong = The line “{ $line }” is not understood: a unit of the roster; whom; how many; the due day, if any.
training-form-costs = Costs
training-form-costs-help = A line each: what for; how many; đồng for one. Like: Nước uống; 80; 20.000.
training-form-costs-wrong = The line “{ $line }” is not understood: what for; how many; đồng for one.

### inbox
inbox-triage-new = new
inbox-triage-included = goes into the synthesis
inbox-triage-waiting = waits for more
inbox-triage-filed = filed
inbox-triage-duplicate = duplicate
inbox-urgency-normal = normal
inbox-urgency-urgent = urgent
inbox-urgency-very = very urgent
inbox-urgency-flash = flash
inbox-verification-unverified = unverified
inbox-verification-checking = checking
inbox-verification-true = confirmed true
inbox-verification-false = confirmed false
inbox-verification-unverifiable = cannot be verified
inbox-band-unknown = not said
inbox-band-few = a few views
inbox-band-some = some views
inbox-band-many = many views
inbox-band-majority = the majority
inbox-band-overwhelming = the overwhelming majority
inbox-tendency-unclear = unclear
inbox-tendency-agree = agree
inbox-tendency-disagree = disagree
inbox-tendency-worry = worry
inbox-tendency-wish = wish
inbox-intensity-light = light
inbox-intensity-medium = medium
inbox-intensity-harsh = harsh
inbox-kind-feedback = feedback
inbox-kind-periodic = periodic report
inbox-kind-quick = quick report
inbox-kind-thematic = thematic report
inbox-kind-ad-hoc = ad hoc report
inbox-kind-mail = feedback by e-mail
inbox-kind-nothing = nothing to report
inbox-channel-direct = in person
inbox-channel-meeting = meeting
inbox-channel-phone = phone
inbox-channel-questionnaire = questionnaire
inbox-channel-letter = letter
inbox-channel-press = press
inbox-channel-social = social media
inbox-channel-mail = e-mail
inbox-channel-report = written report
inbox-period-week = week
inbox-period-month = month
inbox-period-quarter = quarter
inbox-period-half-year = half-year
inbox-period-year = year
inbox-period-ad-hoc = ad hoc
inbox-grade-watch = watch
inbox-grade-salient = salient
inbox-grade-risk = risk of a hot spot
inbox-grade-hot-spot = hot spot
inbox-column-number = Arrival number
inbox-column-received = Received
inbox-column-unit = Unit
inbox-column-submitter = Submitter
inbox-column-title = Title
inbox-column-topics = Topics
inbox-column-triage = Triage
inbox-column-reason = Reason
inbox-column-urgency = Urgency
inbox-column-rumour = Rumour
inbox-column-issue = Issue
inbox-column-place = Place
inbox-column-body = Text
inbox-column-streams = Streams
inbox-column-forecast = Forecast
inbox-column-recommendation = Recommendation
inbox-column-kind = Kind
inbox-column-channel = Channel
inbox-column-period = Period
inbox-column-document = Document number
inbox-column-document-date = Document date
inbox-column-items = Items
inbox-column-day = Day
key-wait = wait
key-file = file
key-duplicate = duplicate
key-issue = issue
key-topic = topic
key-verify = verify
key-reopen = back to new
key-mark-all = mark all
key-filter = filter
key-views = views
key-read = read
key-scroll-down = scroll down
key-scroll-up = scroll up
key-intake = bring in
key-reply = reply
key-split = split
key-place-filter = Filter line
key-place-menu = Numbered list
help-wait = Wait for more from the collaborator
help-file = Set aside, with a reason
help-duplicate = The same matter as another item
help-issue = Put under an issue, or open a new one
help-topic = Set a topic or take it away
help-verify = Mark as a rumour and say how far it is verified
help-reopen = Back to not decided
help-mark-all = Mark all items in view, once more to unmark
help-filter = Write a filter, for example: tt:new unit:"Lộc An" from:2026-10-01
help-views = Choose a view; left and right go through them
help-read = Read the whole report
help-scroll-down = Scroll the preview down
help-scroll-up = Scroll the preview up
help-intake = Enter a report: quick form, pasted text; for files press Ctrl-O then
help-reply = Reply or orientation
help-split = Split an item
inbox-view-new = New
inbox-view-waiting = Waiting
inbox-view-mine = Mine
inbox-view-urgent = Urgent
inbox-view-rumour = Rumours
inbox-view-risk = Risk
inbox-view-all = All
inbox-view-answer_overdue = Answer overdue
inbox-view-filed_disagree = Filed, disagreeing
inbox-views-title = Views
inbox-intake-title = Bring files in
inbox-intake-question = Files or a folder (docx, doc, rtf, pdf, txt, eml, mbox, xlsx, xls, ods, csv): type, paste or drop them here. Enter shows what they would make, Esc leaves. Nothing marked secret is taken in.
inbox-key-files = files
inbox-help-files = Shows, saves and adds files of the report: what it was read from, scans, photos
inbox-key-place-files = Files of a report
inbox-files-title = Files of { $number }
inbox-files-none = No files yet. n adds a photo or a scan.
inbox-files-erased = erased
inbox-files-nothing = There is no file to save.
inbox-files-folder = Attachments
inbox-files-save = Save files
inbox-files-save-question = The folder to save in, byte for byte; a name that is there gets a number, nothing is overwritten.
inbox-files-saved =
    { $saved ->
        [one] One file saved in { $folder }
       *[other] { $saved } files saved in { $folder }
    }
inbox-files-not-saved = Could not save in { $folder } ({ $error }). Choose another folder.
inbox-files-attach = Add files
inbox-files-attach-question = Photos, scans, papers (up to 20 MB each): type, paste or drop them here. Nothing marked secret is taken in.
inbox-files-attached =
    { $kept ->
        [one] One file added
       *[other] { $kept } files added
    }
inbox-files-known = The report has this file already.
inbox-key-save-file = save
inbox-help-save-file = Saves this file in a folder, byte for byte
inbox-key-save-files = save all
inbox-help-save-files = Saves all files of the report in a folder
inbox-key-attach = add
inbox-help-attach = Adds photos, scans, papers to the report
inbox-key-place-rehearsal = Before it comes in
inbox-rehearsal-title = Before it comes in
inbox-rehearsal-looking = Looking at the files; nothing comes in yet. The list appears here. Esc leaves it.
inbox-rehearsal-stopped = Stopped. Nothing came in.
inbox-rehearsal-no-files = There are no files. Look at the path again.
inbox-rehearsal-nothing = No file is to come in: all are known, refused or left out. Esc closes.
inbox-rehearsal-sum =
    { $files ->
        [one] One file comes in
       *[other] { $files } files come in
    }: { $reports ->
        [one] one report
       *[other] { $reports } reports
    }, { $items ->
        [one] one matter
       *[other] { $items } matters
    }
inbox-rehearsal-known = { $n } known
inbox-rehearsal-refused = { $n } refused
inbox-rehearsal-left = { $n } left out
inbox-rehearsal-is-left = left out
inbox-rehearsal-is-refused = refused
inbox-rehearsal-is-doubled = again?
inbox-rehearsal-look-at = look at
inbox-rehearsal-is-new = new
inbox-rehearsal-is-known = known
inbox-rehearsal-as-file = { $share }% the same as a matter in { $earlier }; perhaps sent again, and counted twice unless joined.
inbox-key-bring-in = bring in
inbox-help-bring-in = Brings in the files that are not left out; columns nobody confirmed are asked about first
inbox-key-leave-out = leave/take
inbox-help-leave-out = Leaves this file out, or takes it again
inbox-key-encoding = encoding
inbox-help-encoding = Reads this text by another encoding
inbox-key-columns = columns
inbox-help-columns = Says what the columns of this log hold
inbox-encoding-title = Encoding of { $name }
inbox-encoding-recognised = Recognise it
inbox-encoding-chosen = encoding { $name } (chosen)
inbox-encoding-found = encoding { $name } (recognised)
inbox-encoding-unicode = Unicode
inbox-encoding-unknown = encoding unknown: m chooses one
inbox-key-place-columns = Columns of a log
inbox-columns-title = Columns of a log
inbox-columns-label = Label
inbox-columns-sample = First value
inbox-columns-holds = Holds
inbox-columns-known = columns confirmed
inbox-columns-unconfirmed = columns not confirmed
inbox-columns-remembered = Confirmed once; the next log with this header row is read like this.
inbox-columns-need-content = No column for the matter yet: stand on it, Enter, choose.
inbox-key-confirm-columns = confirm
inbox-help-confirm-columns = Takes the columns as they are and remembers them
inbox-key-column = change
inbox-help-column = Chooses what this column holds
inbox-key-column-none = nothing
inbox-help-column-none = Takes nothing from this column
inbox-column-what = Column { $letter }
inbox-column-none = – nothing –
inbox-column-held = now column { $letter }
inbox-field-content = the matter
inbox-field-date = day received
inbox-field-unit = unit
inbox-field-reporter = reporter
inbox-field-channel = channel
inbox-field-topic = topic
inbox-field-title = title
inbox-field-place = place
inbox-field-urgency = urgency
inbox-field-handling = what was done, note
inbox-field-group = group
inbox-field-band = prevalence
inbox-field-tendency = tendency
inbox-field-rumour = rumour (yes, no)
inbox-field-forecast = forecast
inbox-field-recommendation = recommendation
inbox-field-key = form id
inbox-field-ordinal = running number
inbox-intake-runs = Bringing in… Esc stops
inbox-intake-result-title = What came in
inbox-intake-refused = Refused ({ $n }); the other files are not affected
inbox-intake-doubled = May have been sent a second time ({ $n }): choose it and press g to compare and gather
inbox-intake-look-at = Brought in, worth a look ({ $n })
inbox-intake-made = Brought in ({ $n })
inbox-intake-known = There before, not entered again ({ $n })
inbox-intake-none = Nothing was brought in: { $refused } { $refused ->
    [one] file was
   *[other] files were
} refused.
inbox-split-title = Split: at which paragraph does a new item begin?
inbox-split-mark = Space marks the paragraph at which a new item begins
inbox-split-count = Enter splits into { $n } { $n ->
    [one] item
   *[other] items
}
inbox-split-joins = g joins it to the item before it
inbox-split-nothing = The item has only one sentence, there is nowhere to split it
inbox-split-done = Split into { $n } { $n ->
    [one] item
   *[other] items
} · z takes it back · n takes down the next
inbox-joined = Joined to the item before it · z takes it back
inbox-marked = { $n } { $n ->
        [one] item
       *[other] items
    } marked
inbox-too-many-to-mark = The view has { $n } { $n ->
    [one] item
   *[other] items
} or more: narrow it by a filter, then mark all
inbox-gone = This item is no longer in the file
inbox-marked-title = Marked items
inbox-apply-to = { $what }: apply to { $n } { $n ->
        [one] item
       *[other] items
    }?
inbox-gather-question = Gather { $n } { $n ->
    [one] item
   *[other] items
} under { $number } “{ $title }”?
inbox-decided = { $what }: { $n } { $n ->
        [one] item
       *[other] items
    } · z takes it back
inbox-nothing-changed = Nothing changed
inbox-file-reason-0 = Not a matter of public opinion
inbox-file-reason-1 = Reported last period, nothing new
inbox-file-reason-2 = Settled and answered already
inbox-file-reason-3 = A complaint or denunciation: handed to the body in charge
inbox-file-reason-4 = Too unclear, and nothing more to be had
inbox-file-reason-5 = A single view, kept to be watched
inbox-reason-title = Set { $n } { $n ->
    [one] item
   *[other] items
} aside: reason
inbox-reason-own = Another reason
inbox-verify-title = Verification of { $n } { $n ->
    [one] item
   *[other] items
}
inbox-rumour-is = rumour, { $how }
inbox-no-rumour = no rumour but an opinion
inbox-topic-title = Topic of { $n } { $n ->
    [one] item
   *[other] items
}
inbox-topic-set = set, choose to take away
inbox-issue-title = Issue of { $n } { $n ->
    [one] item
   *[other] items
}
inbox-issue-new = New issue…
inbox-issue-none = No issue
inbox-issue-note = { $grade } ({ $n })
inbox-issue-question = Name under which it is followed from period to period
inbox-issue-needs-title = An issue needs a name. Nothing was changed
inbox-grade-title = Grade of the issue
inbox-original-title = Of which item is it a duplicate?
inbox-alike-share = { $n }% alike
inbox-alike-unit = same unit
inbox-alike-title = same title
inbox-alike-day = same day
inbox-alike-days = { $n } { $n ->
    [one] day
   *[other] days
} apart
inbox-alike-enter = Enter: { $own } becomes a duplicate, { $other } stays · differences underlined
inbox-column-topic = Topic
inbox-column-issuer = Issuer
inbox-search-label = Find:
inbox-filter-label = Filter:
inbox-found = { $count }{ $more } { $count ->
    [one] item
   *[other] items
}
inbox-filtered-by = filter: { $filter }
inbox-searched-by = find: { $typed }
inbox-no-title = (no title)
inbox-empty-search = Nothing holds “{ $typed }”. Type fewer letters, or press Esc to go back.
inbox-empty-filter = Nothing fits the filter. f changes it · Esc goes back
inbox-empty-all = There are no reports yet. n tells how to bring them in
inbox-empty-view = Nothing is left here. F4 shows other views · n brings reports in
inbox-forecast = Forecast
inbox-recommendation = Recommendation
inbox-received-on = received { $day }
inbox-on-time = on time
inbox-late = late
inbox-duplicate-of = duplicate of { $number } “{ $title }”
inbox-under-issue = issue ({ $grade }): { $title }
inbox-clash = two copies differ, to be decided
inbox-warning = may be { $kind } in line { $line }
inbox-item-of = Item { $n } of { $of }
inbox-files = Files
inbox-original-file = original
inbox-kilobytes = { $n } KB
inbox-lines = line { $n } of { $of }
inbox-nothing-fits = Nothing fits
inbox-personal-phone = a phone number
inbox-personal-other = personal data
inbox-filter-unknown-key = There is no key “{ $typed }”. There are: { $allowed }
inbox-filter-unknown-value = { $key } has no “{ $typed }”. It has: { $allowed }
inbox-filter-missing-value = After { $key }: one of { $allowed }
inbox-filter-missing-text = Something must follow { $key }:
inbox-filter-no-day = { $key }: “{ $typed }” is no day. Write: 01/10, 2026-10-01, -7d
inbox-filter-open-quote = A closing " is missing
inbox-filter-not-a-term = After “not:” a condition must follow, for example not:rumour
inbox-filter-hint = Tab completes, for example topic:land from:01/10
inbox-filter-hint-within = type to narrow it · Backspace: filter among all
inbox-filter-nothing-fits = nothing completes this
inbox-filter-others = Tab: { $others }
inbox-filter-refused = The filter cannot be read at character { $at } of “{ $filter }”. { $said }
inbox-warnings = may be { $kind } in line { $line }, and { $others } { $others ->
    [one] more place
   *[other] more places
} to look at
inbox-warning-key = Ctrl-G hides names
inbox-warning-elsewhere = may be { $kind } in the title, a stream, the forecast or the recommendation
inbox-looking-alike = Looking for what is like { $number }…
inbox-nothing-alike = Nothing is alike. Mark the duplicates with Space, put the cursor on the original and press g
inbox-personal-cccd = a citizen number
inbox-personal-cmnd = an identity card number
inbox-personal-email = an e-mail address
inbox-personal-plate = a vehicle plate
inbox-personal-bank = a bank account
inbox-personal-passport = a passport number
inbox-personal-bhxh = a social insurance number
inbox-personal-bhyt = a health insurance number
inbox-personal-profile = a personal page
inbox-personal-name = a citizen's name
inbox-personal-nickname = a nickname

# giving work to colleagues
key-assign = give to
help-assign = Gives the item (or the marked items) to a colleague who shares the file
key-rules = rules that give work
help-rules = Whose new items, by unit or topic, go to whom by themselves
key-place-rules = Rules that give work
key-rule-new = new rule
help-rule-new = Sets a new rule, behind those there are
help-rule-edit = Edits the rule under the cursor
key-rules-give = give now
help-rules-give = Gives new items that nobody handles to colleagues by the rules
key-rule-up = up
help-rule-up = Puts the rule further up: the first that fits is used
key-rule-down = down
help-rule-down = Puts the rule further down
key-rule-remove = remove
help-rule-remove = Removes the rule; what it gave stays given
action-assign-by-rule = Given by a rule
action-assign-rules = Give by the rules
action-rule-enter = Set a rule that gives work
action-rule-edit = Edit a rule that gives work
action-rule-move = Reorder the rules that give work
action-rule-remove = Remove a rule that gives work
inbox-column-handler = Who
inbox-handled-by = given to { $name }
inbox-empty-mine = No new items are given to you. In another view, r gives items to yourself or a colleague
inbox-empty-mine-nameless = The program does not know who you are: Ctrl-T takes your name and mark; then what is given to you shows here
inbox-handler-title = { $n ->
    [one] Give { $n } item to
   *[other] Give { $n } items to
}
inbox-handler-me = Me: { $name }
inbox-handler-open = { $n } new
inbox-handler-new = Somebody not in the file yet…
inbox-handler-nobody = Nobody
inbox-handler-question = The colleague's name:
inbox-handler-nameless = The program does not know who you are, so there is no line “Me”: Ctrl-T takes your name and mark.
inbox-rules-title = Rules that give work
inbox-rules-none = There are no rules yet. A rule gives new items from a unit (with all below it) or about a topic to the colleague in charge, when they are entered, imported or merged. n sets a rule
inbox-rule-from = Items from
inbox-rule-about = About
inbox-rule-to = Go to
inbox-rule-fits = Fit
inbox-rule-anywhere = anywhere
inbox-rule-anything = anything
inbox-rule-gone = { $name } (left)
inbox-rules-would = { $fits ->
    [0] No new items that wait fit a rule.
    [one] Giving now (r) hands out { $fits } new item that nobody handles: { $shares }.
   *[other] Giving now (r) hands out { $fits } new items that nobody handles: { $shares }.
} { $unfit ->
    [0] {""}
   *[other] Fitting no rule: { $unfit }.
}
inbox-rules-nothing = No new items that nobody handles fit a rule.
inbox-rules-give = Give by the rules
inbox-rules-give-question = { $n ->
    [one] Give { $n } new item that nobody handles: { $shares }. Items somebody handles stay as they are. z takes it back.
   *[other] Give { $n } new items that nobody handles: { $shares }. Items somebody handles stay as they are. z takes it back.
}
inbox-rules-given = { $n ->
    [one] Gave { $n } item by the rules. z takes it back
   *[other] Gave { $n } items by the rules. z takes it back
}
inbox-rule-remove = Remove the rule
inbox-rule-remove-question = Remove the rule that gives work to { $name }? Items that were given stay given.
inbox-rule-form = Rule that gives work
inbox-rule-note = A new item that fits both conditions goes to this colleague; the first rule that fits is used.
inbox-rule-unit = From unit
inbox-rule-unit-help = With all units below it; empty means from anywhere.
inbox-rule-topic = About topic
inbox-rule-topic-help = With all topics below it; empty means about anything.
inbox-rule-handler = Goes to
inbox-rule-handler-help = A colleague who shares this file; type the name of one who is not in it yet.
key-view-keep = keep as a view
help-view-keep = Give the filter in use a name and keep it on the bar of views
key-view-open = open
help-view-open = Show this view
help-view-edit = Change the view's name and filter
help-view-up = Put the view further to the front
help-view-down = Put the view further to the back
help-view-remove = Take the view off the bar; the items in it stay as they are
key-sort = order
help-sort = Order the list by a column; the same column again turns it round
action-view-enter = Set a view
action-view-edit = Edit a view
action-view-move = Reorder the views
action-view-remove = Remove a view
inbox-view-name-label = Name
inbox-view-count-label = Items
inbox-view-filter-label = Filter
inbox-view-everything = – everything –
inbox-view-filter-help = As after the key f: status:new unit:"Lộc An" topic:đất from:01/10 urgent answer:overdue; empty means everything.
inbox-view-form = View
inbox-view-note = A name for a filter. It stands on the bar with its count, for everybody who uses this file.
inbox-view-name-taken = There is a view of this name already.
inbox-view-from-filter = Filter with f first and keep that: then the filter need not be typed here.
inbox-view-remove = Remove the view
inbox-view-remove-question = Take the view “{ $name }” off the bar? The items in it stay as they are. z takes it back.
inbox-ordered = by { $by }
inbox-ordered-back = by { $by }, backwards
inbox-order-title = Order the list by
inbox-order-again = in use; again turns it round
inbox-order-day = Day of receipt, newest first
inbox-order-unit = Unit
inbox-order-title-column = Title
inbox-order-topic = Topic
inbox-order-handler = Who handles it
inbox-order-urgency = Urgency, most urgent first
inbox-order-triage = Triage: new, waiting, included, filed, duplicate
inbox-too-many-to-order = The list has { $n } { $n ->
    [one] item
   *[other] items
} or more: filter first, then order. It still stands newest first.
key-sentences = sentences
help-sentences = The text sentence by sentence; one key makes a stream of opinion of one
key-sentence-take = make a stream
help-sentence-take = Make this sentence, or the marked ones, a stream of opinion; group, prevalence and tendency are read from its words
key-sentence-mark = gather
help-sentence-mark = Mark the sentence, to make several one stream
key-sentence-remove = remove stream
help-sentence-remove = Take this sentence's stream away; the words of the text stay
key-tendency = tendency
key-tendency-back = tendency, back
help-tendency-next = Change the stream's tendency: agree, wish, worry, disagree, unclear
help-tendency-back = Change the stream's tendency the other way round
key-personal-stay = leave
help-personal-stay = Leave this one as it is, as for officials in office
inbox-help-mask = Put “một người dân” (a citizen) for names, phone and identity numbers of citizens in the item
action-stream-enter = Make a sentence a stream
action-stream-remove = Remove a stream
action-stream-edit = Edit a stream
action-item-mask = Hide citizens' names
inbox-sentences-title = Sentence by sentence
inbox-sentences-none = The item has no text to choose a sentence from; F2 edits it
inbox-sentences-told = A tick marks a stream. Enter makes one of the sentence; Space gathers several.
inbox-sentences-marked = { $n ->
    [one] { $n } sentence gathered
   *[other] { $n } sentences gathered
}; Enter makes one stream of them.
inbox-personal-title = May tell who somebody is
inbox-sentence-taken = Stream added. z takes it back
inbox-sentence-removed = Stream removed. z takes it back
inbox-personal-none = No name of a citizen, phone or identity number was found in the text.
inbox-personal-told = { $n ->
    [one] { $n } place
   *[other] { $n } places
} will be replaced: a name by “một người dân”, a number by •••. Space leaves one as it is. The original file kept with the report stays untouched.
inbox-personal-done = { $n ->
    [one] Names hidden in { $n } item.
   *[other] Names hidden in { $n } items.
} z takes it back

### inbox-form
action-report-enter = Enter a report
action-item-edit = Edit an item
action-issue-edit = Edit an issue
action-orientation-enter = Write an answer or orientation
action-orientation-edit = Edit an answer or orientation
action-duty-enter = Set a reporting duty
action-duty-edit = Edit a reporting duty
inbox-form-key-edit = edit
inbox-form-help-edit = Edit the item: title, text, place, topics, streams
inbox-form-key-issue = issue
inbox-form-help-issue = Open the issue this item belongs to: grade, answer due, measures, result
inbox-form-key-duties = reporting duties
inbox-form-help-duties = Who must report, how often, by when; and what the office owes upwards
inbox-form-kept = Saved. z takes it back
inbox-form-answer-kept = The answer is saved. p shows it, to be copied and sent · z undo
inbox-key-place-answers = Answered
inbox-help-copy-answer = Copy the answer, to paste it into a message; works where the terminal has a clipboard
inbox-help-mend-answer = Edit the answer, note when and how it was sent
inbox-key-another-answer = another
inbox-help-another-answer = Write another answer to this matter
inbox-key-next-answer = next answer
inbox-help-next-answer = The next answer
inbox-key-previous-answer = previous answer
inbox-help-previous-answer = The previous answer
inbox-answer-copied = The answer is copied; paste it where it is sent from
inbox-answer-sent = sent { $day }, { $way }
inbox-answer-sent-on = sent { $day }
inbox-answer-to-send = to be sent, { $way }
inbox-answered = Answered
inbox-answers-more = and { $n } more, p shows them
inbox-form-no-issue = This item belongs to no issue yet. Press v to put it under one.
inbox-form-item = Edit an item
inbox-form-one-report = Report { $number }
inbox-form-whole-report = Report { $number } (matters: { $n })
inbox-form-item-text-help = Make the wording clear, not another opinion; the original stays.
inbox-form-note = Note
inbox-form-issue = Issue
inbox-form-issue-new = New issue
inbox-form-issue-title = Issue
inbox-form-grade = Grade
inbox-form-grade-help = A hot spot is open confrontation.
inbox-form-state = State
inbox-form-state-new = new
inbox-form-state-handling = being handled
inbox-form-state-settled = settled
inbox-form-arisen = Arose on
inbox-form-topic = Topic
inbox-form-cause = Cause
inbox-form-handling = Handling
inbox-form-lead = Lead body
inbox-form-lead-help = The body that is to handle and answer it.
inbox-form-due = Answer due
inbox-form-due-too-early = The answer would be due before the issue arose.
inbox-form-measures = Measures
inbox-form-answer = Answer
inbox-form-answered-on = Answered on
inbox-form-answer-missing = With a day of the answer, say what was answered.
inbox-form-result = Result
inbox-form-lesson = Lesson
inbox-form-reply = Answer, orientation
inbox-form-reply-note = { $n ->
    [one] Answers 1 item: { $titles }
   *[other] Answers { $n } items: { $titles }
 }
inbox-form-reply-title = Answer: { $title }
inbox-form-content = Answer
inbox-form-content-help = What will be sent: what is known, who handles it, by when, what to tell people.
inbox-form-official = Official information
inbox-form-official-help = What the competent body has made public.
inbox-form-source = Based on
inbox-form-source-help = Number, date and issuing body of the document.
inbox-form-sending = Sending
inbox-form-recipients = To
inbox-form-recipients-help = Those who sent the items are there already; type a name to add, Backspace removes.
inbox-form-sent-through = Through
inbox-form-not-sent = not sent yet
inbox-form-way-mailbox = official mailbox
inbox-form-way-meeting = meeting
inbox-form-way-phone = phone
inbox-form-way-paper = paper
inbox-form-sent-at = Sent at
inbox-form-sent-at-help = Empty when it was not sent yet.
inbox-form-answers-issue = For the issue
inbox-form-answers-issue-help = Stands as the answer of the issue: { $issue }
inbox-form-duties = Reporting duties
inbox-form-duty-new = + New duty
inbox-form-duty = Reporting duty
inbox-form-duty-name = Name
inbox-form-direction = Direction
inbox-form-receives = received
inbox-form-owes = owed
inbox-form-counterpart = To
inbox-form-counterpart-help = The higher body this report goes to.
inbox-form-duty-who = Who reports
inbox-form-every-collaborator = every collaborator
inbox-form-every-unit = every unit
inbox-form-named = named
inbox-form-members = Whom it binds
inbox-form-members-help = Type a person's or unit's name, Enter adds.
inbox-form-members-missing = At least one person or unit is needed.
inbox-form-how-often = Every
inbox-form-boundary = Begins on day
inbox-form-boundary-help = Week: Monday is 1, Sunday 7. Month, quarter, year: day 1 to 28 of the first month.
inbox-form-boundary-wrong = A week begins on 1 (Monday) to 7 (Sunday).
inbox-form-due-day = Days until due
inbox-form-due-day-help = Days after the last day of the period; negative before it ends.
inbox-form-weekend = On a weekend
inbox-form-weekend-keep = stays
inbox-form-weekend-before = Friday before
inbox-form-weekend-after = Monday after
inbox-form-validity = Validity
inbox-form-valid-from = From
inbox-form-valid-to = To
inbox-form-valid-to-help = Empty when it is not known.
inbox-form-ends-too-early = It ends before it begins.
inbox-form-basis = Basis
inbox-form-basis-help = The document it rests on.
inbox-form-report = New report
inbox-form-report-note = Who reports, what is said, then Ctrl-S. From Word, Excel, mail files: Ctrl-O.
inbox-form-draft-waits = A report was begun and not saved. Press n to go on with it.
inbox-form-saved = Saved as { $number } · n next one · F2 edit
inbox-form-says-something = There is a text, so it is not “nothing to report”: change the kind, or take the text out.
inbox-form-saved-many = Saved as { $number }; matters numbered in it: { $n }. In the list, s splits it into { $n }.
inbox-form-saved-next = Saved as { $number }: { $title }
inbox-form-doubled = Saved { $number }, perhaps the same as { $earlier } ({ $share }%). In the list g compares.
inbox-form-saved-nothing = Saved as { $number }: nothing to report from { $who }
inbox-form-who = From
inbox-form-who-help = Initials (nth) or part of a collaborator's or unit's name, Enter takes it. Not on the list: type the name and go on. Never a citizen's name.
inbox-form-who-unknown = Not on the list: kept as written, counted for nobody.
inbox-form-text = Text
inbox-form-text-help = What is said, where, by how many. Nothing new: type “không phát sinh”. Tab goes on, Ctrl-S saves.
inbox-form-no-text = There is no text yet. Nothing new: type “không phát sinh”.
inbox-form-nobody = A report of nothing must say who sent it.
inbox-form-title = Title
inbox-form-title-help = Left empty, the first sentence is taken (in brackets).
inbox-form-place = Place
inbox-form-place-help = What the text names stands in brackets; Backspace refuses it.
inbox-form-topics = Topics
inbox-form-topics-help = What the text names stands in brackets; Backspace refuses it.
inbox-form-rumour = Rumour
inbox-form-rumour-help = What people pass on and nobody has verified.
inbox-form-how = How it came
inbox-form-received = Received
inbox-form-now = now
inbox-form-channel = Through
inbox-form-kind = Kind
inbox-form-kind-help = Nothing to report is a report too: on time, not queued.
inbox-form-period = Period
inbox-form-period-help = Empty when it is for no period.
inbox-form-attached = Files
inbox-form-attached-help = Pictures, scans, recordings: kept with the report, 20 MB each at most. F4 chooses; several names each in quotes.
inbox-form-attached-title = Attached: { $name }
inbox-form-unkept = { $number } is saved, but a file was not kept with it: { $file } Press q to attach it again.
inbox-rehearsal-picture = What a picture or scan says cannot be read: it is attached to this new report; type what it says and save.
inbox-form-urgency = Urgency
inbox-form-stream = Stream of opinion { $n }
inbox-form-group = Group
inbox-form-group-help = A group of people, never a person: parents, farmers, traders…
inbox-form-band = How many
inbox-form-tendency = Tendency
inbox-form-intensity = Intensity
inbox-form-not-said = not said
inbox-form-gist = What they say
inbox-form-gist-help = One sentence. Fields for the next stream appear then.
inbox-form-outlook = Forecast, recommendation
inbox-form-forecast = Forecast
inbox-form-recommendation = Recommendation
inbox-form-nothing-title = Nothing to report

### overdue
overdue-on-time = on time
overdue-late = late
overdue-late-days = { $n ->
    [one] 1 day late
   *[other] { $n } days late
}
overdue-missing = missing
overdue-excused = excused
overdue-nothing = nothing to report
overdue-not-due = not due yet
overdue-period-week = week { $from }–{ $to }
overdue-period-month = { $month }/{ $year }
overdue-period-quarter = quarter { $quarter }/{ $year }
overdue-period-half = { $half ->
    [1] first
   *[other] second
} half of { $year }
overdue-period-year = year { $year }
overdue-head-quarter = { $quarter }/{ $year }
overdue-head-half = { $half ->
    [1] H1
   *[other] H2
}/{ $year }
overdue-due = due { $day }
overdue-none-yet = There are no reporting duties yet. Set them in the tab Inbox: Ctrl-P, type “reporting duties”.
overdue-no-period = No reporting period ends in { $period }.
overdue-owed-to = to { $to }
overdue-came = received { $day }
overdue-sent = sent { $day }
overdue-title = Who has not reported
overdue-key = overdue
overdue-help = Who has not reported for which period, and what the office itself owes
overdue-empty = There are no reporting duties yet. Press Insert to set one: who reports, how often, due when.
overdue-reading = Looking at the reports…
overdue-binds-nobody = This duty bound nobody in these periods. F2 edits it.
overdue-all-came = Everybody has reported for this period. l shows all
overdue-column-who = Name
overdue-column-unit = Unit
overdue-column-missing = lacks
overdue-only = missing only
overdue-sorted = most missing first
overdue-not-bound = not bound for this period
overdue-reports = reports: { $n }
overdue-nth = report { $n }
overdue-owed-title = The office owes
overdue-owes-nothing = No duty is set.
overdue-in-work = being written
overdue-nothing-came = Nothing came for this period yet.
overdue-nothing-sent = There is no synthesis for this period yet. Write one in tab 4.
overdue-reason = Excuse from a report
overdue-reason-one = Why need { $name } not report for { $period }?
overdue-reason-many = Why need those marked ({ $n }) not report for { $period }?
overdue-reason-own = Why is it not owed, or how was it sent: { $duty }, { $period }?
overdue-reason-needed = Write a reason, for example: on a course, maternity leave.
overdue-did-excuse = Excused: { $n }. z: undo
overdue-did-unexcuse = No longer excused: { $n }. z: undo
overdue-no-excuse = There is no excuse here to take away.
overdue-nobody-lacks = Nobody lacks a report for this period.
overdue-copied = Reminder for { $n } copied, paste it where you send it
overdue-remind-title = Reminder
overdue-remind-head = Please send: { $duty }, { $period }, due { $due }.
overdue-remind-list = Not received by { $day }, in all { $n }:
overdue-remind-since = missing on end since { $period }: { $n }; last sent { $day }
overdue-remind-never = missing on end since { $period }: { $n }
overdue-remind-end = Please send soon. If nothing happened, say “nothing to report”.
overdue-key-remind = remind
overdue-help-remind = A reminder to all who have not reported for this period, copied for a message
overdue-key-excuse = excuse
overdue-help-excuse = Write down why no report is due for this period, for this row or the marked ones
overdue-key-reports = read reports
overdue-help-reports = Read what came for this period; of the office's own, open the synthesis
overdue-key-next = next duty
overdue-help-next = The next duty; the last page is what the office owes
overdue-key-before = duty before
overdue-help-before = The duty before
overdue-key-only = missing only
overdue-help-only = Only those who have not reported for this period, or everybody
overdue-key-sort = sort
overdue-help-sort = Those who miss most first, or by name
overdue-key-unexcuse = not excused
overdue-help-unexcuse = Take the excuse for this period away
overdue-key-duty = edit duty
overdue-help-duty = Open this duty to edit it: who, periods, due day
overdue-key-new = new duty
overdue-help-new = Set another reporting duty
overdue-help-copy = Copy the reminder for a message
action-duty-excuse = Excuse from a report
action-duty-unexcuse = Excuse taken back

### charts
charts-title = Charts
charts-key = charts
charts-help = Charts of the list in sight: reports a week, topics, units, tendency by month
charts-weeks = By week
charts-topics = Topics
charts-units = Units
charts-tendency = Tendency
charts-all = all reports
charts-month = Month
charts-reading = Counting…
charts-none = There is nothing to draw yet.
charts-all-few = Every unit is below the least number of reports ({ $least }), so none is drawn.
charts-too-few = Reports in this list: { $n }. With fewer than { $least }, no charts are drawn, so that nobody's opinion shows.
charts-of-person = No charts are made of one collaborator. Take ctv: out of the filter and open them again.
charts-of-search = Charts are of a view or a filter. This is a search: press Esc twice to leave it and open them again.
charts-told-weeks = Reports counted by the day they came: { $n }. Weeks begin on Monday.
charts-told-topics = Items counted, of all reports ({ $n }); an item can be about several topics.
charts-told-units = Reports counted by who sent them: { $n }.
charts-told-tendency = Streams counted, not people. A month with fewer reports than { $least } is not drawn.
charts-few-units = Units with fewer reports than { $least }: { $units }, together { $n }.
charts-few-month = fewer reports than { $least }
charts-nowhere = Unit unknown: { $n }.
charts-key-next = next chart
charts-help-next = The next chart
charts-key-before = chart before
charts-help-before = The chart before

### issues
issues-title = Issues
issues-key = issues
issues-help = The issues: grade, state, who leads, when an answer is due, what is overdue
issues-view-open = Open
issues-view-overdue = Answer overdue
issues-view-answered = Answered
issues-view-settled = Settled
issues-view-all = All
issues-none = There are no issues yet. Insert enters one; in the Inbox v gathers items on one matter.
issues-none-here = There are no issues in this view. ← → shows another
issues-items = { $n ->
    [one] 1 item
   *[other] { $n } items
}
issues-no-items = No item stands under this issue yet. In the Inbox v gathers them.
issues-answered-on = answered { $day }
issues-answered = answer not sent
issues-overdue = { $n ->
    [one] 1 day overdue
   *[other] { $n } days overdue
}
issues-due = due { $day }
issues-no-due = no day due
issues-grade-risk = risk
issues-steps = What happened
issues-step-entered = entered: { $grade }, { $state }
issues-step-grade = grade: { $from } → { $to }
issues-step-state = state: { $from } → { $to }
issues-step-due = answer due { $day }
issues-step-no-due = no day due any more
issues-step-answered = answer written
issues-step-unanswered = answer taken away
issues-answers = Answers and orientations: { $n }
issues-recipients = { $n ->
    [one] 1 recipient
   *[other] { $n } recipients
}
issues-items-head = Items: { $n }
issues-items-more = and { $n } more, Enter shows all
issues-remove-title = Take the issue away
issues-remove-question = Take “{ $title }” away? Its items ({ $items }) stay in the Inbox under no issue. z takes it back.
issues-removed = The issue was taken away. z: undo
issues-key-items = items
issues-help-items = The items of this issue in the Inbox
issues-key-reply = answer
issues-help-reply = Write an answer to all items of the issue, to everybody who sent one
issues-help-edit = Edit the issue: grade, state, who leads, due day, measures, result
issues-key-new = new issue
issues-help-new = Enter an issue without items
issues-key-next-view = next view
issues-help-next-view = The next view: open, answer overdue, answered, settled, all
issues-key-view-before = view before
issues-help-view-before = The view before
issues-key-remove = remove
issues-help-remove = Take the issue away; its items stay
issues-help-copy = Copy the issue for a message
action-issue-enter = Enter an issue
action-issue-remove = Take an issue away

### orientations
orientations-title = Orientations
orientations-key = orientations
orientations-help = Orientations and answers: sent to whom and how, what is not sent; Word file, text for Zalo
orientations-view-all = All
orientations-view-unsent = Not sent
orientations-view-sent = Sent
orientations-none = There are no orientations yet. Insert writes one for collaborators; on the page of issues (7) and in the Inbox p answers.
orientations-general = general
orientations-answers = { $n ->
    [one] answers 1 item
   *[other] answers { $n } items
}
orientations-answers-issue = issue { $issue }
orientations-to = To
orientations-to-by-filter = filter { $filter }
orientations-to-more = and { $n } more, l shows all
orientations-finding = looking…
orientations-based-on = Based on
orientations-form = New orientation
orientations-form-content = Content
orientations-form-named = And also
orientations-form-named-help = People and units beside the filter: type a name, Enter adds, Backspace takes out.
orientations-form-issue = Answers issue
orientations-form-issue-help = If chosen, this is the answer to that issue. Leave empty for a general orientation.
orientations-everybody = all
orientations-filter-help = all · unit:"Lộc An" (and below) · topic:land · level:commune · status:paused · words of name or post · not: leaves out. Tab completes, F5 lists them.
orientations-filter-unknown-key = There is no “{ $typed }”. Use: { $allowed }.
orientations-filter-unknown-value = There is no “{ $typed }”. Use: { $allowed }.
orientations-filter-negated = “not:” stands before a term such as unit:, not before “{ $typed }”.
orientations-goes-to = Goes to { $n }: { $names }
orientations-to-nobody = Goes to nobody: this filter finds no one.
orientations-nobody = Nobody.
orientations-list-title = Goes to { $n }
orientations-kept = Saved. g: sent · c: copy for Zalo · x: Word file · z: undo
orientations-needs-recipients = Nobody is to get it. F2 chooses recipients.
orientations-ways-title = How was it sent, in all { $n }?
orientations-sent-to = Noted as sent, in all { $n }. z: undo
orientations-not-sent-any-more = Noted as not sent. z: undo
orientations-no-briefing = There is no briefing with a day. Plan one in tab 2, then come back.
orientations-briefing-title = Told at which briefing?
orientations-briefing-note = { $day } · attended: { $people }
orientations-briefing-to-come = { $day }, to come · invited: { $people }
orientations-nothing-to-tell = This issue has no answer to be told. p writes one.
orientations-on-agenda = On the agenda of the briefing of { $day }. Press b again when it was held. z: undo
orientations-told = Noted as told at the briefing of { $day }, heard by { $n }. z: undo
orientations-told-away = Noted as told at the briefing of { $day }, heard by { $n }; not there: { $away }. z: undo
orientations-the-issue = issue
orientations-all-items = All items of the issue
orientations-answers-nothing = A general orientation: it answers no item.
orientations-answers-title = { $n ->
    [one] Answers 1 item
   *[other] Answers { $n } items
}
orientations-remove-title = Take the orientation away
orientations-remove-question = Take “{ $title }” away? The answer written with an issue stays. z takes it back.
orientations-removed = Taken away. z: undo
orientations-copied = Copied, paste it into Zalo. Press g once it is sent
orientations-message-title = Message for Zalo
orientations-export = Write a file
orientations-which-file = File name: .docx for Word, .txt for the message. Without a folder it stands beside the office's file.
orientations-written = Written: { $path }
orientations-not-written = Could not write { $path }: { $reason }. The orientation is still in the file. If it is open in Word, close it and try again.
orientations-placeholders = Not printed: gaps left: { $left }. F2 fills them in, then print again.
orientations-gone = This orientation is gone.
orientations-key-sent = sent
orientations-help-sent = Note that it was sent: how, now; the filter settles who got it
orientations-key-copy = copy for Zalo
orientations-help-copy = Copy it as a short message for Zalo
orientations-key-paper = Word file
orientations-help-paper = Write it as a Word file in the layout, or as .txt
orientations-key-text = write .txt
orientations-help-text = Write this message as a .txt file
orientations-key-briefing = briefing
orientations-help-briefing = Note that it was told at a briefing (giao ban), to those who attended
orientations-help-edit = Edit words, recipients, sending
orientations-key-new = write new
orientations-help-new = Write an orientation for those a filter means: unit, level, topics followed
orientations-key-recipients = who gets it
orientations-help-recipients = The list of recipients
orientations-key-items = what it answers
orientations-help-items = The items and the issue this orientation answers
orientations-help-remove = Take this orientation away
orientations-help-next-view = The next view: all, not sent, sent
action-orientation-send = Note an orientation as sent
action-orientation-unsend = Note an orientation as not sent
action-orientation-tell = Note what was told at a briefing
action-orientation-remove = Take an orientation away

### survey

survey-key = Surveys
survey-help = Survey rounds: forms issued, returned and valid; questions with the counts of their answers
survey-title = Opinion surveys
survey-rounds = { $n } { $n ->
    [one] round
   *[other] rounds
}
survey-results = Results of a survey
survey-forms = Forms by unit
survey-empty = No survey rounds yet.
survey-empty-how = Press n to plan a round and enter its forms and questions; or x to take results from an Excel (.xlsx, .xls, .ods) or csv file: a table of counts, or raw answers with one row for each form (Google Forms, Kobo, ODK). Columns that tell who answered are dropped before anything is written.
survey-sampling-unsaid = not said
survey-sampling-missing = sampling not said
survey-sampling-random = random
survey-sampling-quota = by quota
survey-sampling-convenience = convenience
survey-sampling-everyone = everyone
survey-basis = Basis
survey-note = Note
survey-whole = The whole round
survey-sum = Sum
survey-single = one answer
survey-multiple = several answers
survey-unanswered = (no answer)
survey-column-until = Until
survey-column-title = Round
survey-column-sampling = Sampling
survey-column-valid-short = Valid
survey-column-questions = Qs
survey-column-answer = Question, answer
survey-column-count = Forms
survey-column-share = Share (%)
survey-column-share-short = Share
survey-column-unit = Unit
survey-column-issued = Issued
survey-column-returned = Returned
survey-column-valid = Valid
survey-part-results = Results: { $n } { $n ->
    [one] question
   *[other] questions
}
survey-part-forms = Forms: { $n } { $n ->
    [one] unit
   *[other] units
}
survey-results-none = No questions yet. Press n to enter one with its answers; x to take them from a file.
survey-units-none = No forms written down. Press n to enter how many were issued, returned and valid in a unit, or in the whole round.
survey-units-told = The share behind “returned” is of those issued, behind “valid” of those returned. – is not written down.
survey-forms-none = How many forms were issued, returned and valid is not written down.
survey-forms-told = Issued { $issued } · returned { $returned }{ $returned_share } · valid { $valid }{ $valid_share }
survey-base-none = No shares: the number of valid forms is not written down.
survey-base-few = Forms: { $n }, fewer than { $least }: no shares, so that no single person is read out.
survey-base-valid = Shares are of the valid forms ({ $n }).
survey-base-given = Shares are of those who answered this question ({ $n }); valid forms are not written down.
survey-sum-passes = Several answers were allowed, so the sum may pass 100%.
survey-margin = Sampling error at most ±{ $points } percentage points (95% confidence, simple random sample).
survey-margin-few = A random sample, but smaller than { $least }: no margin is told. The result tells of those who answered only.
survey-everyone = Everyone was asked, so there is no sampling error. The result tells of those who answered only.
survey-only-those = The result tells of those who answered only.
survey-problem-returned = { $unit }: returned { $many }, more than issued ({ $of }).
survey-problem-valid = { $unit }: valid { $many }, more than returned ({ $of }).
survey-problem-answers = Question { $n }, one answer each: { $many } in all, more than valid forms ({ $of }).
survey-problem-one = Question { $n }, “{ $label }”: { $many }, more than valid forms ({ $of }).
survey-cite-month = Opinion survey “{ $title }”, { $month }
survey-cite-round = Opinion survey “{ $title }”
survey-cite-valid = { $n } of { $of }, valid forms
survey-cite-given = { $n } of { $of } who answered
survey-cite-count = answers: { $n }
survey-cited = { $title }: { $figure } chose “{ $label }” for “{ $question }”.
survey-table-copied = The table is copied ({ $n }); paste it into Word or Excel.
survey-key-open = open
survey-help-open = Open the round: questions with counts, forms by unit
survey-key-new = new round
survey-help-new = Plan a survey round
survey-help-edit = Change title, target group, sampling, days and basis of the round
survey-key-import = from a file
survey-help-import = Take results from Excel, csv, Google Forms, Kobo, ODK; looked at before anything is written
survey-key-table = copy table
survey-help-table = Copy the whole round as a table for Word and Excel
survey-key-export = to file
survey-help-export = Write the round as a Word report (.docx) or an Excel workbook (.xlsx)
survey-export = Write the round to a file
survey-which-file = File name: .docx is a Word report, .xlsx an Excel workbook, or .md, .txt. Without a folder it stands beside the office's file.
survey-over-question = { $path } is there already. Write over it?
survey-written = Wrote { $path }
survey-not-written = { $path } could not be written: { $reason }. The round is still in the file. If it is open in Word or Excel, close it and try again.
survey-placeholders = Not printed: not filled in yet: { $left }. F2 edits it; then print again.
survey-gone = This round is gone.
survey-bad-format = The format of { $path } cannot be written. End it with .docx, .md, .txt or .xlsx.
survey-which-round = It is not clear which round “{ $said }” is. Rounds: { $names }. Give the title or the id of one.
survey-round-as = --round goes with --as survey only.
survey-sheet-results = Results
survey-sheet-number = No.
survey-sheet-answer = Answer
survey-sheet-base = Of
survey-sheet-of-issued = Returned / issued
survey-sheet-of-returned = Valid / returned
survey-key-delete = delete
survey-help-delete = Delete the round, question or forms under the cursor; can be undone
survey-key-cite = copy sentence
survey-help-cite = Copy the answer under the cursor as a sentence for a report; on a question, its table
survey-key-question = add question
survey-help-question = Add a question with its answers, typed or pasted as a whole
survey-help-edit-question = Change the question under the cursor with its answers and place
survey-key-forms = forms
survey-help-forms = Forms issued, returned and valid by unit
survey-key-unit = add unit
survey-help-unit = Add the forms of a unit
survey-help-edit-forms = Change the forms under the cursor
survey-key-results = results
survey-help-results = Questions with counts
survey-key-take = take in
survey-help-take = Write the counted questions into the round
survey-key-turn = count otherwise
survey-key-turn-back = the one before
survey-help-turn = The column under the cursor: one answer, several answers, left out
survey-delete = Delete
survey-delete-round = Delete the round “{ $title }” with all questions and forms? z brings it back.
survey-delete-question = Delete the question “{ $body }” with its answers? z brings it back.
survey-delete-forms = Delete the forms of “{ $unit }”? z brings them back.
survey-saved = Saved. z takes it back.
survey-saved-next = Saved; the next one.
survey-changed = Deleted. z brings it back.
survey-taken-in = Questions with counts taken in: { $n }; no form is kept. z takes it back.
survey-made = 1 survey round, questions { $questions }
survey-made-added = { $questions } { $questions ->
    [one] question
   *[other] questions
} added to the survey round
survey-import = Survey results from a file
survey-import-path = A table of counts or raw answers (xlsx, xls, ods, csv): type, paste or drop it here. Nothing is written yet: Enter shows it. Nothing marked secret is taken in.
survey-no-sheet = Refused: this is no table. Save the results as xlsx, xls, ods or csv and try again.
survey-no-rows = Refused: no head with questions and rows of answers below it was found. Nothing was written.
survey-no-questions = No question can be counted: every column is left out. Nothing was written; counts can be entered by hand (key n).
survey-cannot-take = This column cannot be taken: it tells who answered, or holds no answers that can be counted.
survey-preview-answers = { $name }: forms { $rows }, with answers { $valid }, questions { $questions }.
survey-preview-counts = { $name }: a table of counts, questions { $questions }.
survey-preview-sheets = Only sheet “{ $sheet }” is read; left aside: { $n }.
survey-preview-new = A new round is made.
survey-preview-into = They go into the round “{ $title }”.
survey-preview-into-known = They go into the round “{ $title }”; its forms stay as they are.
survey-preview-kept = Only counts are written. No form, name, number or address is kept.
survey-preview-recalled = The columns are counted as they were last time.
survey-preview-units = Valid / returned:
survey-units-unknown = { $count } { $count ->
    [one] name is
   *[other] names are
} not in the unit tree; the forms count for the round as a whole: { $names }
survey-preview-column = Column
survey-preview-holds = Taken as
survey-preview-answered = Answers
survey-preview-nameless = (no heading)
survey-preview-identity = This column tells who answered: its content is not read and not written.
survey-preview-uncounted = This column holds no answers that can be counted. What matters in it can be entered by hand in the inbox (key n).
survey-preview-out = This column is left out. Space takes it.
survey-preview-by-hand = Written by hand and put together as “Ý kiến khác”: { $n }.
survey-holds-single = question, one answer
survey-holds-multiple = question, several answers
survey-holds-unit = unit: forms by unit
survey-out-identity = dropped: { $tells }
survey-out-text = left out: everybody wrote another text
survey-out-numbers = left out: numbers, no choices
survey-out-empty = left out: empty
survey-out-repeats = left out: the next columns say the same
survey-out-chosen = left out
survey-tells-name = name of who answered
survey-tells-phone = phone number
survey-tells-email = e-mail
survey-tells-number = number of personal papers
survey-tells-address = address
survey-tells-birth = day or year of birth
survey-tells-profile = profile or link
survey-tells-moment = moment of answering
survey-tells-place = coordinates
survey-tells-device = device or number of the form
survey-tells-picture = picture or signature
survey-form-new = New survey round
survey-form-title-field = Title
survey-form-title-help = For example: How content people are with public services
survey-form-target = Target group
survey-form-target-help = Who is asked: visitors of the one-stop office, parents of pupils…
survey-form-sampling = Sampling
survey-form-sampling-help = Only a random sample has a sampling error; whoever could be reached is convenience
survey-form-from = From
survey-form-to = To
survey-form-basis-help = A plan or letter, such as 12-KH/BTGDV of 03/9/2026
survey-form-forms-new = Forms of a unit
survey-form-forms = Change forms
survey-form-unit-help = Type a few letters; empty is the whole round
survey-form-count-help = Leave it empty when it is not known
survey-form-valid-help = Filled in so that they count; shares are of these
survey-form-more-returned = More returned than issued: look again. It can be saved.
survey-form-more-valid = More valid than returned: look again. It can be saved.
survey-form-question-new = New question
survey-form-question = Change the question
survey-form-body = Question
survey-form-body-help = May stay empty when question and answers are pasted into the last field
survey-form-kind = Allowed
survey-form-kind-help = With several answers the sum of shares may pass 100%
survey-form-number = Number
survey-form-number-help = Its place in the round; another number moves it
survey-form-answers = Answers
survey-form-answers-help = One answer on a line with its number at the end: “Content: 250”; can be pasted from Excel and Word
survey-form-no-number = The line “{ $line }” has no count at its end.
survey-form-no-body = Write the question.
survey-form-more-answers = Answers: { $many }, more than valid forms ({ $of }): look again. It can be saved.
action-survey-add = Plan a survey round
action-survey-edit = Edit a survey round
action-survey-forms = Enter survey forms
action-survey-question = Enter a survey question
action-survey-delete = Delete in a survey round
action-survey-import = Take survey results from a file

### summary
summary-empty = No synthesis yet. Press n to draft one for a period.
summary-opening = Reading the period…
summary-column-title = Synthesis
summary-column-state = State
summary-column-written = Written
summary-written-sections = { $written } of { $sections }
summary-new = New synthesis
summary-which-period = Which period? Write it like: 10/2026, 2026-Q3, 2026-H1, 2026-W41, 12/11-18/11/2026
summary-existed = This period has a synthesis already; it was opened.
summary-gone = This synthesis is no longer in the file.
summary-export = Export the synthesis
summary-which-file = Name of the file, ending in .docx, .md or .txt. A bare name stands beside the office's file.
summary-which-file-annex = File: .docx, .md, .txt for the synthesis with its source table, .xlsx for the table alone. For use inside the office only. A bare name stands beside the office's file.
summary-over = The file exists
summary-over-question = { $path } exists. Write over it?
summary-delete = Delete the synthesis
summary-delete-question = Delete "{ $title }"? z undoes it.
summary-drop = Drop unsaved text
summary-drop-question = Drop the unsaved text of "{ $heading }" and go back to the saved one?
summary-gathered = Gathered again: { $renewed } { $renewed ->
    [one] section
   *[other] sections
} renewed, { $kept } with your own words left as they are.
summary-gather-over = Gather again
summary-gather-over-question = { $kept } { $kept ->
    [one] section was edited by a person and left as it is. Replace it too
   *[other] sections were edited by a person and left as they are. Replace those too
}? z undoes it.
summary-saved = Section saved.
summary-unsaved = Text not saved last time in { $n } { $n ->
    [one] section
   *[other] sections
}, marked *. Open one; Ctrl-S saves it, Delete drops it.
summary-left-unsaved = { $n } { $n ->
    [one] section has
   *[other] sections have
} unsaved text; it is kept and will be there next time.
summary-unsaved-not-printed = { $n } { $n ->
    [one] section has
   *[other] sections have
} unsaved text: the saved one is printed.
summary-not-saved = not saved
summary-no-text = No text. Press Enter to write.
summary-sources = Sources { $n } · unused { $unused }
summary-no-sources = Nothing to insert in this section.
summary-used = used
summary-inserted = Sentence inserted with its source; Ctrl-S saves.
summary-source = Source
summary-forecast = Forecast
summary-recommendation = Recommendation
summary-findings-place = What is lacking
summary-findings = { $n ->
    [one] Checks: { $n } thing to look at
   *[other] Checks: { $n } things to look at
}
summary-findings-none = Nothing is left to look at.
summary-findings-answered = reason: { $reason }
summary-reason = Leave it so
summary-which-reason = Why does it stay as it is? The reason is kept with the synthesis, for others to see.
summary-name-the-office = Enter the name of the office: Ctrl-P, type “office”.
key-lead = go there
help-lead = To the sentence, section or source it is about
key-reason = leave it, with a reason
help-reason = Leave it as it is and keep the reason; it is not asked about again
key-no-reason = take reason back
help-no-reason = Take the reason back; it has to be looked at again
summary-head = About the paper
summary-issue = Issue
summary-issue-note = Enter the number and day of the signed paper. Choose the signed Word file with F4 if there is one: the text follows it, and sentences that are still there keep their sources.
summary-form-subject = Subject
summary-form-number = Number
summary-form-number-help = For example 12 or 12-BC/ĐU. Empty: the clerk writes it.
summary-form-date = Date signed
summary-form-date-help = Empty: the clerk writes the day.
summary-form-signs-for = On behalf of
summary-form-signs-for-help = First line of the signature block, e.g. T/M BAN THƯỜNG VỤ. All three empty: as the office usually signs.
summary-form-post = Post
summary-form-signer = Signer
summary-form-signer-help = As printed on the paper
summary-form-recipients = Recipients
summary-form-recipients-help = One a line, without a dash. Empty: as the office usually sends.
summary-form-signed = Signed paper
summary-form-signed-help = The signed Word file, if there is one. F4 chooses it.
summary-head-kept = Kept.
summary-submit = Submit for approval
summary-submit-question = Submit this synthesis? Its text stands from now on; take it back to change it.
summary-submit-with-checks = { $n ->
    [one] { $n } check is not settled (c shows it). Submit all the same?
   *[other] { $n } checks are not settled (c shows them). Submit all the same?
}
summary-submitted = Submitted. Print it with x, number and day stay blank. When it is signed, h issues it.
summary-issue-question = Issue "{ $title }"? Its text stands from now on; to change it, it has to be taken back with a reason.
summary-issue-numbered = Number { $number }, { $day }.
summary-issue-number-only = Number { $number }, without a day.
summary-issue-day-only = { $day }, without a number.
summary-issue-signed = The signed paper: cited sentences as in the file { $same }, changed { $changed }, gone { $lost }. Take it as the issued text?
summary-issued = Issued.
summary-take-back = Take back
summary-take-back-why = Why is it taken back? The reason is kept with it.
summary-take-back-needs = A reason is needed.
summary-taken-back = Taken back; it can be written on.
summary-signed-missing = There is no file { $path }. Nothing was issued.
summary-signed-another = None of the headings stands in this file: it seems to be another paper. Nothing was issued.
summary-not-drafting = It was submitted or issued already.
summary-unsaved-not-submitted = { $n ->
    [one] { $n } section has text that is not saved: open it, save with Ctrl-S, then submit.
   *[other] { $n } sections have text that is not saved: open them, save with Ctrl-S, then submit.
}
summary-not-submitted = Submit it (key t) before it is issued.
summary-is-drafting = It is being drafted and can be written on.
summary-stands-meanwhile = It was submitted or issued elsewhere just now, so its text stands. What you wrote is not lost: it is kept, not saved.
summary-no-signer = No signer is named: the place for the name stays blank (s names one).
summary-stands-submitted = It was submitted, so its text stands. To change it, press m in the outline.
summary-stands-issued = It was issued, so its text stands. To change it, press m in the outline and give a reason.
key-head = number, date, signer
help-head = Subject, number, date, signer, recipients
key-submit = submit
help-submit = Hand it to the one who signs; its text stands
key-issue-synthesis = issue
help-issue-synthesis = Number, date, the signed Word file read back; its text stands
key-take-back = take back
help-take-back = Take it back to change it, with a reason
summary-add-section = Add a section
summary-add-below = Add a section below
summary-name-section = Rename the section
summary-which-heading = The heading without its number, which follows by itself.
summary-keep-outline = Keep the outline as a template
summary-which-template = Its name. One of that name is replaced.
summary-outline-kept = The outline is kept as a template; a new synthesis will ask which to use.
summary-which-outline = By which outline?
summary-remove-section = Remove the section
summary-remove-question = { $below ->
    [0] Remove "{ $heading }" with its text? z brings it back.
    [one] Remove "{ $heading }" and the section below it with their texts? z brings them back.
   *[other] Remove "{ $heading }" and { $below } sections below it with their texts? z brings them back.
}
key-add-section = add section
help-add-section = A section behind this one
key-add-below = add below
help-add-below = A section below this one
key-name-section = rename section
help-name-section = Another heading; the number follows by itself
help-section-up = Moves the section up, with all below it
help-section-down = Moves the section down, with all below it
key-keep-outline = keep as template
help-keep-outline = Use this outline for other syntheses
key-remove-section = remove section
help-remove-section = Remove it with all below it; of one with text that is not saved, that text
summary-fits-said = the report says the tendency itself
summary-by-topic = By topic
summary-by-issue = By issue
summary-by-unit = By reporting unit
summary-gather-by = Gather again by what?
summary-sources-by = Sources in order: { $by }
summary-which-place = Which place?
summary-whole-file = Everything in this file
summary-which-topic = About which topic?
key-order-sources = order by
help-order-sources = Order the sources by topic, by issue or by reporting unit
key-compare = against last period
help-compare = Reports, topics and tendencies of this period beside the one before
summary-nothing-before = The period before has no reports to compare with.
summary-compare = { $now } against { $before }
summary-compare-now = now
summary-compare-before = before
summary-compare-change = change
summary-compare-reports = Reports received
summary-compare-items = Matters taken in
summary-compare-topics = By topic (reports)
summary-compare-tendencies = By tendency (streams of opinion)
summary-check-lacking = shorter periods without an issued synthesis to draw on: { $periods }
summary-check-shorter = issued syntheses the text takes nothing from: { $periods }
summary-not-made = not made
summary-no-such-outline = There is no outline “{ $typed }”. Outlines: { $names }
summary-no-such-place = There is no place “{ $typed }” with units below it. Places: { $names }
summary-no-such-topic = The file has no topic “{ $typed }”.
summary-needs-topic = A thematic synthesis needs its topic: add --topic "name of the topic".
action-add-phrase = Add a phrasing
action-edit-phrase = Change a phrasing
action-remove-phrase = Remove a phrasing
summary-phrases-place = Phrasings
summary-phrases = Phrasings drafts are written with ({ $n })
summary-phrases-none = There is no phrasing yet. Press n to add one.
summary-phrase = Phrasing
summary-phrase-any = any prevalence
summary-fits-any = any tendency
summary-phrase-fits = For streams of
summary-phrase-fits-help = The tendency of the streams this sentence is for
summary-phrase-band = Prevalence
summary-phrase-band-help = Used only for streams of this prevalence; usually any
summary-phrase-group = Group of people
summary-phrase-group-help = Used only for this group, e.g. phụ huynh. Empty: any group.
summary-phrase-body = Sentence
summary-phrase-body-help = Places to be filled: { $names }
summary-phrase-empty = The sentence is empty.
summary-phrase-brace = A brace has no partner. Places are written like: { $names }
summary-phrase-unknown = There is no place “{ $slot }”. Places: { $names }
summary-phrase-no-gist = The sentence needs a place for what people say, otherwise every sentence would be the same.
summary-phrase-sweeping = The sentence itself says “đa số” (most). How many think so is the report's to say: use the place "who", or choose that prevalence.
summary-rephrased = Phrasing { $at } of { $all }; r takes the next one.
summary-one-phrasing = There is one way only to put this; m adds a phrasing.
summary-nothing-to-rephrase = No sentence just inserted is left to put otherwise: insert one with t, then press r.
key-phrases = phrasings
help-phrases = See, add and change the phrasings drafts are written with
key-rephrase = other wording
help-rephrase = Put the sentence just inserted in the next phrasing
key-edit-phrase = change
help-edit-phrase = Change the phrasing
key-add-phrase = add
help-add-phrase = Add a phrasing
key-remove-phrase = remove
help-remove-phrase = Remove the phrasing; z brings it back
summary-nothing-lacking = Checks: nothing is lacking
key-new-synthesis = new
help-new-synthesis = Draft the synthesis of a period from the matters let in
key-export-synthesis = export
help-export-synthesis = Write the synthesis to a Word, .md or .txt file
key-preview = preview
help-preview = The pages as they will be printed, with texts not saved yet
key-delete-synthesis = delete
help-delete-synthesis = Delete the synthesis; can be undone
key-write = write
help-write = Write in this section
key-gather = gather
help-gather = Gather the period again; sections edited by a person stay
key-checks = checks
help-checks = What the synthesis still lacks
help-with-annex = Write the synthesis with its table of sources, or the table as .xlsx; for use inside the office
summary-exhibit-round = Table: { $title }
summary-exhibit-question = Table: { $question } ({ $title })
summary-exhibit-gone = this table or chart cannot be printed any more, see the checks (c)
summary-chart-topics = Chart: reports by topic
summary-chart-months = Chart: tendency by month
summary-chart-weeks = Chart: reports a week
summary-place-which = Insert a table or chart
summary-place-chart = of the period
summary-place-questions = the whole round, { $n ->
    [one] { $n } question
   *[other] { $n } questions
}
summary-nothing-to-place = Nothing to insert: there is no survey round, and a period of fewer than 5 reports has no charts.
summary-placed = Inserted; Ctrl-S saves. The paper has the table or chart on this line.
summary-check-small-chart = the chart in “{ $heading }” is not printed: the period has fewer than 5 reports
summary-check-gone-table = the table in “{ $heading }” is not printed: its round or question is gone
key-place = table, chart
help-place = Insert the table of a survey round or a chart of the period on the next line
summary-register = Register of numbers
summary-register-empty = No numbers yet. They are given in the form of a synthesis or a class; n enters one of another paper.
summary-register-file = Register of numbers.xlsx
summary-register-path = Which file? A bare name stands beside the office's file.
summary-register-count = { $n ->
    [one] { $n } paper
   *[other] { $n } papers
}
summary-register-next = next number { $n }
summary-register-term = term from { $day }
summary-register-doubles = given twice: { $numbers }
summary-register-gaps = missing: { $numbers }
summary-register-synthesis = synthesis
summary-register-class = class, meeting
summary-register-new = Number of another paper
summary-register-number = Number and sign
summary-register-number-help = Such as 15-TB/ĐU: for a paper not written here, so that the register has no gaps.
summary-register-wrong = The number, then the type: 15-TB/ĐU
summary-register-remove = Take number { $number } “{ $title }” off the register?
summary-register-added = Entered into the register.
summary-register-removed = Taken off the register; z brings it back.
summary-number-doubled = Saved, but another paper bears this number: see the register (r).
summary-form-number-next = Next number in the register: { $n }. Empty: the clerk writes it.
key-register = register
help-register = Numbers given, by type and issuing body; the next one, doubles, gaps
key-register-new = another number
help-register-new = Enter the number of a paper not written here
help-register-open = Opens the synthesis or class that bears this number
help-register-delete = Takes a number entered by hand off the register, after a question
help-register-export = Writes the register to an .xlsx file
action-number-add = Enter a number
action-number-delete = Take a number off the register
summary-cited-place = Sources of the sentence
summary-cites-nothing = This sentence cites nothing.
summary-cited-gone = What this sentence cites is not among the matters of the period.
summary-not-cited = No sentence cites this source yet.
summary-source-changed = changed
summary-seen-stands = The source was looked at again, the sentence stands
summary-stands-kept = Kept: the source was looked at, the sentence stands.
key-cited = its sources
help-cited = The sources of the sentence; ≠ marks one that was changed since it was cited
key-stands = stands
help-stands = The changed source was looked at and the sentence stands: ≠ goes until it is changed again
key-to-sentence = to sentence
help-to-sentence = To the sentence that cites this source
summary-table = Source table
summary-table-find = Find:
summary-table-empty = This period has no streams of opinion yet.
summary-table-none = No such row. Esc shows all.
summary-table-totals = { $rows ->
    [one] { $rows } stream
   *[other] { $rows } streams
} of opinion: carried { $carried } · left out with a reason { $reasoned } · no reason given { $open } · not let in { $aside } · of those left out, not agreeing { $disagree }
summary-table-no-reason = no reason given
summary-table-same-as = same as { $number }
summary-table-open = no reason given
summary-table-reasoned = left out with a reason
summary-table-aside = not let in
summary-table-carried = carried
summary-table-reason = Left out
key-source-table = source table
help-source-table = Which stream is carried by which sentence, which is left out and why
key-table-group = next group
help-table-group = Only one group: no reason given, with a reason, not let in, carried
help-table-reason = Why this stream is left out; the reason is kept in the file
help-table-find = Type to narrow the table: number, unit, words, reason
key-insert-source = insert
help-insert-source = Insert a sentence about this source, with its citation
key-read-source = read
help-read-source = Read all of the source
key-place-outline = Outline
key-place-section = Text of the section
key-place-sources = Sources
action-edit-synthesis = Change number, date or signer of a synthesis
action-submit-synthesis = Submit a synthesis
action-issue-synthesis = Issue a synthesis
action-take-back-synthesis = Take a synthesis back
action-answer-check = Give a reason for a finding
action-add-section = Add a section to a synthesis
action-name-section = Rename a section of a synthesis
action-move-section = Move a section of a synthesis
action-remove-section = Remove a section of a synthesis
action-keep-outline = Keep an outline as a template
action-draft-synthesis = Draft a synthesis
action-gather-synthesis = Gather a synthesis again
action-edit-section = Edit a section of a synthesis
action-delete-synthesis = Delete a synthesis
action-keep-draft = Keep unsaved text
action-drop-draft = Drop unsaved text
summary-bad-period = "{ $typed }" is no period. Write it like: 2026-10, 10/2026, 2026-Q3, 2026-H1, 2026-W41, 12/11-18/11/2026
summary-bad-format = "{ $path }" was not written: its name must end in .docx, .md or .txt. Nothing was written.
summary-nothing-to-print = The synthesis has no text to print: nothing of this period was let in.
summary-nothing-gathered = Nothing in this period.
summary-placeholders = Not printed: places are still to be filled in: { $left }. Fill them in or take them out, then print again.
summary-not-written = { $path } was not written: { $reason }. The synthesis is still in the file. If Word has it open, close it and try again.
summary-not-printed = The synthesis was not printed: { $reason }. It is still in the file.
summary-written = Written to { $path }
summary-checks-count = Checks { $n }:
summary-state-drafting = drafting
summary-state-submitted = submitted
summary-state-issued = issued
summary-check-nothing-decided = nothing was let into the synthesis yet; the draft took { $n } { $n ->
    [one] matter
   *[other] matters
} not decided about
summary-check-untriaged = { $n } { $n ->
    [one] matter
   *[other] matters
} of the period not decided about
summary-check-hot-spot = "{ $title }" is not mentioned
summary-check-items = { $n } { $n ->
    [one] matter let in is
   *[other] matters let in are
} not used
summary-check-streams = { $n } { $n ->
    [one] strong stream
   *[other] strong streams
} left out
summary-check-minority = { $n } { $n ->
    [one] minority stream
   *[other] minority streams
} left out
summary-check-rumour = unverified rumour told as an opinion: { $sentence }
summary-check-majority = "most people" rests on one report: { $sentence }
summary-check-opposed = two opposed majorities: { $one } / { $other }
summary-check-numbers = the text says { $written } but the file counts { $now }: { $sentence }
summary-check-changed = { $n ->
    [one] { $n } source was changed after it was cited
   *[other] { $n } sources were changed after they were cited
}
summary-check-personal = may tell who a citizen is: { $sentence }
summary-check-twice = { $n } { $n ->
    [one] matter
   *[other] matters
} may be counted twice, gather them in the inbox with g: { $pairs }
summary-check-no-office = the file has no office name, the head of the paper will be empty
summary-check-forecast = no forecast
summary-check-recommendation = no recommendation

### copies
key-history = history
help-history = Who changed this, when, from what to what; each can be put back
key-undo-list = what was done
help-undo-list = What was done since the program was started; undo back to a point
key-decisions = to decide
help-decisions = Where two copies were changed differently and a choice is wanted
key-merge = merge a file
help-merge = Bring a colleague's copy into this file; shown before, nothing is lost
key-merges = merges
help-merges = The merges done here; each can be taken back
key-put-back = put back
help-put-back = Gives this field its old value again, after a question
key-retake = value after
help-retake = Writes again the value this change wrote (the one after), if it is another now
copies-retake = Take the value written then
key-put-back-all = whole action
help-put-back-all = Takes back all that was done then, in every record
key-undo-to = back to here
help-undo-to = Undoes everything from the newest down to this
key-decide = decide
help-decide = Keep one of the values, or type another
key-merge-back = take back
help-merge-back = Takes this merge back: exactly what it brought goes
key-place-history = History
key-place-undo-list = What was done
key-place-decisions = To decide
key-place-merges = Merges
copies-history = History
copies-undo-list = What was done
copies-this-run = since the program was started
copies-decisions = To decide
copies-merges = Merges
copies-changes = { $count ->
    [one] { $count } change
   *[other] { $count } changes
}
copies-actions = { $count ->
    [one] { $count } action
   *[other] { $count } actions
}
copies-questions = { $count ->
    [one] { $count } question
   *[other] { $count } questions
}
copies-merges-count = { $count ->
    [one] { $count } merge
   *[other] { $count } merges
}
copies-no-record = The cursor is on no record, so there is no history to show
copies-nothing-done = Nothing that can be undone was done since the program was started. For earlier runs: go to the record and press F8.
copies-no-questions = Nothing to decide. When two merged copies changed the same place, it is shown here.
copies-no-merges = Nothing was merged yet. Press n to bring a copy in.
copies-column-when = When
copies-column-who = Who
copies-column-action = Action
copies-column-what = Field: old → new
copies-column-records = Records
copies-column-about = About
copies-column-file = File
copies-column-changes = Changes
copies-column-question = What
copies-column-field = Field
copies-empty = (empty)
copies-yes = yes
copies-no = no
copies-money = { $amount } đ
copies-program = the program
copies-nobody = unknown (no name is set on that machine; set it in Settings)
copies-nobody-of = { $office } (no name is set on that machine; set it in Settings)
copies-no-name = (no name set)
copies-row = { $table } { $name }
copies-of-row = { $table } “{ $name }”, { $text }
copies-created = created
copies-created-with = created, with { $count } { $count ->
    [one] part
   *[other] parts
}
copies-added = added { $what }
copies-added-again = added again { $what }
copies-removed = removed { $what }
copies-deleted = deleted
copies-restored = brought back from deleted
copies-changed = { $column }: { $old } → { $new }
copies-erased = { $column }: erased for good
copies-blanked = { $column }: changed (the text was erased for good)
copies-before = before
copies-after = after
copies-back = Put the old value back
copies-back-field = { $column }: now { $now } → will be { $then }
copies-back-since = ({ $who } changed it since, { $at })
copies-back-away = Remove { $what }, added then.
copies-back-undoable = Press z to undo it.
copies-put-back = Fields put back: { $count }. z: undo
copies-not-same = It is so already; there is nothing to put back
copies-not-erased = The text was erased for good and cannot be put back
copies-not-beginning = The record was created then; there is nothing before it
copies-not-gone = Cannot be put back: “{ $name }” was deleted. Bring that back first
copies-not-taken = Cannot be put back: number { $number } belongs to another record now
copies-not-shipped = This comes with the program; the whole action cannot be taken back
copies-revert = Take the whole action back
copies-revert-question = Take back “{ $action }”, in all { $rows }? What somebody changed since stays. Press z to undo it.
copies-reverted = Taken back: { $count }. z: undo
copies-reverted-in-part = Taken back: { $count }; left, because changed since: { $left }
copies-undo-to = Back to here
copies-undo-to-question = Undo these { $count }:
copies-undo-to-more = … and { $count } more
copies-undo-to-redo = Ctrl-Y does them again one by one.
copies-undone = Undone: { $count }. Ctrl-Y: do again
copies-undone-in-part = Undone: { $count }; left, because others changed them: { $left }
copies-waiting = { $count } to decide
copies-kind-clash = changed differently
copies-kind-deleted = deleted here, edited there
copies-kind-double = same number twice
copies-kind-circle = under each other
copies-kind-person = may be one person
copies-kind-unit = may be one unit
copies-kind-item = may be one matter
copies-stands-under = stands under: { $name }
copies-take-out = Clear “{ $field }” of: { $name }
copies-keep-row = The same; keep: { $name }
copies-kind-opposite = joined opposite ways
copies-kind-parted = joined here, parted there
copies-carry-over = Put the edits into { $name }
copies-keep-joined = Stays joined to { $name }, without these edits
copies-keep-apart-again = Take it back as its own, with the edits
copies-joined-to = joined to { $name }
copies-stay-joined = The same; leave it joined
copies-part = Not the same; part them as before the joining
copies-keep-report = The reports are one: join { $n ->
    [one] { $n } item
   *[other] all { $n } items
} of { $gone } to { $keep }
copies-apart-all = Not the same, { $n ->
    [one] { $n } item
   *[other] all { $n } items
}; do not ask again
copies-join-items = “{ $gone }” and { $n ->
    [one] { $n } other item
   *[other] { $n } other items
} of that report are marked as duplicates of “{ $keep }” and those beside it; the report still counts as sent. What refers to the first moves over:
copies-keep-item = The same; keep: { $name }
copies-apart = Not the same; do not ask again
copies-join = Make one of two
copies-join-row = “{ $gone }” goes into “{ $keep }”. What is empty in the one that stays comes from the other. What refers to the other moves over:
copies-join-item = “{ $gone }” is marked as a duplicate of “{ $keep }”; its report still counts as sent. What refers to the other moves over:
copies-join-safe = Joined by mistake: z undoes all of it. It may also wait.
copies-shown-now = Shown now
copies-other-copy = The other copy
copies-edited-to = { $column }: { $value }
copies-how-to-decide = How to decide?
copies-keep = Keep: { $value }
copies-keep-edited = Bring it back with the edits
copies-keep-deleted = Keep it deleted
copies-third = Another value…
copies-third-ask = { $field }: the value to keep
copies-third-no-number = This field is a number; type digits only
copies-third-no-day = This field is a day; type it like 20/11/2026
copies-renumber = New number for: { $what }
copies-number = Another arrival number
copies-number-ask = The new arrival number of this report
copies-number-taken = Number { $number } belongs to another report; nothing was changed. Choose another
copies-decided = Decided; { $count } left. The other value stays in the history: F8
copies-decided-all = Decided; nothing is left. The other value stays in the history: F8
copies-merge = Merge a file
copies-merge-ask = Somebody's file, several files (each in quotes), or a folder of files. Those files are not touched.
copies-merge-looking = Looking what is new in that file…
copies-merge-question = From { $name }, new or changed:
copies-merge-questions = Places that will wait for a decision: { $count }.
copies-merge-safe = This file is backed up first; the merge can be taken back.
copies-files = { $count ->
    [one] 1 file
   *[other] { $count } files
}
copies-merged = Merged
copies-merged-files = Brought in from { $count } { $count ->
    [one] file
   *[other] files
}:
copies-merged-nothing = { $count } { $count ->
    [one] file
   *[other] files
} held nothing new.
copies-merged-left = Stopped as asked; files not come to: { $count }. Those before are in, whole.
copies-merged-waiting = Waiting for a decision: { $count }. It may wait; nothing is lost.
copies-merged-next = Enter: what next · Esc: close. All of it can be taken back there.
copies-after-done = Done, close
copies-after-decide = See what waits for a decision: { $count }
copies-after-back = Take back all that just came in
copies-merge-cancelled = Stopped; nothing was brought in
copies-merge-all-refused = Nothing to bring in. Files that cannot be used: { $refused }; with nothing new: { $files }
copies-merge-parts = other parts of these records
copies-merge-no-unit = (unit not known)
copies-merge-reports = { $count ->
    [one] 1 report
   *[other] { $count } reports
}
copies-merge-items = { $count ->
    [one] 1 matter
   *[other] { $count } matters
}
copies-merge-people = { $count ->
    [one] 1 collaborator
   *[other] { $count } collaborators
}
copies-merge-unit = · { $name }: { $counts }
copies-merge-more-units = … more units: { $count }
copies-merge-more-refused = … more files that cannot be used: { $count }
copies-merge-back = Take the merge back
copies-merge-back-question = Take back the merge of { $source } at { $at } ({ $count } { $count ->
    [one] change
   *[other] changes
})? What it brought goes; what was changed further since stays. Merging that file again brings it back.
copies-merge-taken-back = Taken back: { $count } { $count ->
    [one] change
   *[other] changes
} gone
copies-merge-taken-back-in-part = { $records } { $records ->
    [one] change
   *[other] changes
} gone; records kept, because changed further since: { $kept }
copies-merge-gone = This one was taken back already. Press n to merge that file again
copies-several = “{ $text }” fits several records; give more digits of the id:{ $rows }
copies-more-places =   … and { $count } { $count ->
    [one] more place
   *[other] more places
}
copies-no-backup = Today's backup could not be made; the file can still be used. { $why }
copies-taken-back = taken back
copies-value-appointment-kind-appoint = appointed
copies-value-appointment-kind-end = ended
copies-value-appointment-kind-move = moved
copies-value-appointment-kind-pause = paused
copies-value-appointment-kind-renew = renewed
copies-value-repeat-rule-month = every month
copies-value-repeat-rule-quarter = every quarter
copies-value-duty-direction-owes = we owe
copies-value-duty-direction-receives = we receive
copies-value-duty-weekend-rule-after = after the weekend
copies-value-duty-weekend-rule-before = before the weekend
copies-value-duty-weekend-rule-keep = kept
copies-value-duty-who-collaborator = collaborators
copies-value-duty-who-named = named ones
copies-value-duty-who-unit = units
copies-value-issue-state-handling = being handled
copies-value-issue-state-new = new
copies-value-issue-state-settled = settled
copies-value-item-kind-opinion = opinion
copies-value-item-kind-rumour = rumour
copies-value-rumour-source-leaflet = leaflet
copies-value-rumour-source-other = other
copies-value-rumour-source-press = press
copies-value-rumour-source-social = social media
copies-value-rumour-source-word-of-mouth = word of mouth
copies-value-source-cases = cases handled
copies-value-source-comparison = against the period before
copies-value-source-issues = salient issues
copies-value-source-matters = all matters
copies-value-source-network = the network
copies-value-source-next = next period
copies-value-source-reporting = reports received and sent
copies-value-source-training = giao ban and classes
copies-value-source-answers = answers to recommendations
copies-value-source-domestic = domestic
copies-value-source-forecast = forecast
copies-value-source-general = general situation
copies-value-source-international = international
copies-value-source-local = local
copies-value-source-orientation = orientation
copies-value-source-recommendation = recommendations
copies-value-verdict-apart = not the same
copies-value-verdict-joined = made one
copies-value-phrase-kind-file-reason = reason for setting aside
copies-value-phrase-kind-stream-sentence = sentence on a stream
copies-value-phrase-kind-wait-reply = request for more
copies-value-received-rule-document = the document
copies-value-received-rule-entry = entry
copies-value-received-rule-form = the form
copies-value-received-rule-import = the import
copies-value-received-rule-log = the log
copies-value-received-rule-mail = the mail
copies-value-saved-view-place-inbox = inbox
copies-value-saved-view-place-roster = roster
copies-value-saved-view-place-training = training
copies-value-sampling-convenience = convenience
copies-value-sampling-everyone = everyone
copies-value-sampling-quota = quota
copies-value-sampling-random = random
copies-value-topic-area-domestic = domestic
copies-value-topic-area-international = international
copies-value-topic-area-local = local
copies-value-unit-kind-armed = police, military
copies-value-unit-kind-enterprise = enterprise
copies-value-unit-kind-front = front, mass organisation
copies-value-unit-kind-party = party
copies-value-unit-kind-school = school
copies-value-unit-kind-state = state
copies-value-unit-succession-kind-abolish = abolished
copies-value-unit-succession-kind-merge = merged
copies-value-unit-succession-kind-rename = renamed
copies-value-unit-succession-kind-split = split
key-bundle = send a bundle
help-bundle = Put chosen matters, what is new or the roster into one file to send; a passphrase can close it
key-publish = put on the shared file
help-publish = Take in what is new at the shared file (share, stick, synced folder), then put your part there
copies-give = Send a bundle
copies-give-note = A bundle is a small file for another office, which merges it into its own
copies-give-what = What
copies-give-what-hint = All it refers to goes along.
copies-give-marked = { $count } marked
copies-give-current = this matter
copies-give-listed = { $count } shown
copies-give-new = what is new
copies-give-roster = roster
copies-give-all = everything
copies-give-office = For the office
copies-give-office-hint = What is new since the last file of that office was merged here
copies-give-redact = Mask personal data
copies-give-redact-hint = A new extract: numbers and names masked; no attachments, collaborators' names, history
copies-give-closing = Close it (leave both empty not to)
copies-give-passphrase = Passphrase
copies-give-passphrase-hint = Length: at least { $count }; does not show, is kept nowhere. Once forgotten nobody opens it
copies-give-again = The same again
copies-give-again-hint = The same as above
copies-give-short = A passphrase needs at least { $count ->
    [one] 1 character
   *[other] { $count } characters
}
copies-give-differs = The two differ
copies-give-where = Write to
copies-give-out = File
copies-give-out-hint = The whole path; for a stick that of the stick, such as E:\bundle.duluan
copies-give-nothing = Nothing to send: that office has everything
copies-give-holds = The bundle will hold:
copies-give-redacted = Personal data is masked; read it again before you send it.
copies-give-closed = Closed with the passphrase.
copies-give-open = NOT closed: who holds the file can read it.
copies-give-goes-to = Written to { $path }
copies-give-other-way = Send the passphrase another way than the bundle.
copies-give-cancelled = Stopped; no file was written
copies-given = Wrote the bundle { $path }
copies-given-size = Records: { $rows }; size: { $size }.
copies-given-next = Enter or Esc: close
copies-kilobytes = { $count } KB
copies-megabytes = { $count } MB
copies-share = Put on the shared file
copies-share-note = Takes in what others put there first, then puts this file there; nobody writes over anybody
copies-share-place = Shared file
copies-share-place-hint = On a share, a stick or in a synced folder; made when it is not there. Remembered
copies-share-kept = Not put there; all changes are still in the file on this machine. { $reason }
copies-share-itself = That is the file that is open. Name the one that is shared
copies-share-cancelled = Stopped; the shared file is as it was, and yours is whole
copies-shared-nothing = Nothing was new at the shared file.
copies-shared-came = Changes taken in: { $records }; records touched: { $rows }.
copies-shared-put = Put at { $path }
copies-shared-equal = { $path } holds everything already; it was not written anew.
copies-shared-next = Enter: what next · Esc: close
copies-closed = File closed with a passphrase
copies-closed-ask = { $name } is closed. Type the passphrase its sender told you (does not show, is kept nowhere). Esc: leave this file out.
copies-closed-wrong = That passphrase does not open { $name }. Look at the keyboard and capitals and type it again. Esc: leave this file out.
copies-closed-left = { $path }: closed with a passphrase, left out
copies-where-share = The file lies on a network share
copies-where-stick = The file lies on a stick or an outer disk
copies-where-synced = The file lies in the synced folder of { $service }
copies-where-copy = Work on a copy on this machine
copies-where-copy-again = Open the copy here, take in what is new
copies-where-there = Open it where it lies
copies-where-copy-note = better
copies-where-there-note = breaks when the stick is pulled
copies-where-opened = Working on a copy on this machine. Ctrl-P “put on the shared file” brings it to { $path }

### demo
action-demo = Invent a demonstration office
demo-exists = The file { $file } exists, so nothing was made. Choose another name, or open it with: duluan { $file }
demo-done = Made { $file }: a demonstration office with { $collaborators } { $collaborators ->
    [one] collaborator
   *[other] collaborators
} and { $reports } { $reports ->
    [one] report
   *[other] reports
}. All people, places and views are invented.
demo-progress = Making: { $entered } / { $reports } reports
demo-stopped = Stopped as you asked; no file is left behind.
demo-data = No demonstration office could be made: data inside the program ({ $file }) is wrong: { $reason }. No file is left behind; install the program again.
help-cli-demo-date = The day the office is looked at, like 2026-11-22; today when left out

### cli
cli-rows = { $n ->
    [one] { $n } row
   *[other] { $n } rows
}
cli-no-file = There is no file { $path }. Check the name, or make a demonstration office with: duluan demo { $path }
cli-nothing-found = Nothing found.
cli-no-report = No report bears the arrival number “{ $number }”. See the numbers with: duluan reports
cli-no-attachments = The report { $number } has no files.
cli-attachment-gone = The content of the file “{ $name }” is no longer there (erased or damaged).
cli-attachment-original = original
cli-export-ending = The ending of { $path } names no format that can be written. Use .xlsx, .csv or .json; for the roster .vcf too.
cli-exported = Wrote { $path }
cli-output-failed = The result could not be written: { $reason }
cli-about = Roster, training, report inbox and summary composer of a public-opinion office in one file
cli-no-command = No office file was named. Example: duluan office.duluan
cli-usage = Usage
cli-commands = Commands
cli-options = Options
cli-arguments = Arguments
cli-more = See duluan --help
cli-wrong-use = Wrong use: { $what }
cli-unknown-argument = "{ $argument }" is not understood
cli-unknown-command = there is no such command, or the file stands before the command
cli-missing-argument = { $argument } is missing
cli-bad-value = "{ $value }" does not fit { $argument }; allowed: { $allowed }
cli-bad-value-free = "{ $value }" does not fit { $argument }
cli-help-help = Print this help
cli-help-version = Print the version
cli-help-lang = Language: vi or en
help-cli-attachments = List or save the original and other files of a report
help-cli-attachments-number = Arrival number of the report, for example LA-H-0457
help-cli-attachments-to = Folder to save them in, byte for byte; without it they are listed
help-cli-backup = Make a backup of the office's file
help-cli-backup-to = Where to; your data folder when not said
help-cli-check = Check the office's file
help-cli-check-rebuild-index = Build the search index anew
help-cli-demo = Invent an office to look at
help-cli-demo-reports = How many reports
help-cli-demo-collaborators = How many collaborators
help-cli-demo-seed = Same number, same content
help-cli-demo-open = Open it afterwards
help-cli-erase = Erase a record or a field for good; cannot be undone
help-cli-erase-id = The record's id
help-cli-erase-field = Name of the field; all texts of the record when not said
help-cli-erase-reason = The reason, which is kept
help-cli-erase-yes = Do not ask
help-cli-export = Export roster, reports, items or training
help-cli-export-what = What to export: roster, reports, items or training
help-cli-export-out = The file to write; its ending says the format
help-cli-find = Look collaborators up, best first
help-cli-find-words = Name, unit, post or phone; marks are optional
help-cli-history = Who changed what, when
help-cli-history-id = The record's id; everything when not said
help-cli-import = Import rosters and reports from files or a whole folder
help-cli-import-file = The office's file; made when it does not exist
help-cli-import-sources = Files and folders to read
help-cli-import-kind = What they are, when it should not be recognised: roster, reports, attendees, class
help-cli-import-encoding = Encoding of text, when it should not be recognised
help-cli-import-mapping = What the columns of a log hold: COLUMN=FIELD, separated by commas; a column by letter or label. Remembered
help-cli-import-round = Add to this survey round: its title, words of it, or its id; with --as survey
help-cli-import-dry-run = Show what would be made and write nothing
help-cli-info = About the office's file
help-cli-items = Matters, newest first
help-cli-items-filter = Filter, for example: triage:new from:2026-10-01
help-cli-items-limit = At most so many rows
help-cli-bundle = Bundle part of the file for another office
help-cli-bundle-file = The office's file
help-cli-bundle-out = The bundle to write
help-cli-bundle-items = The items of a filter, with their reports
help-cli-bundle-new-for = Everything new since this office's last file
help-cli-bundle-roster = Units, collaborators and topics
help-cli-bundle-redact = Mask personal data: a new document without history
help-cli-bundle-encrypt = Close it with a passphrase
help-cli-bundle-passphrase-file = Read the passphrase from the first line of a file; - is standard input
help-cli-bundle-json = Print one JSON document
help-cli-merge-passphrase-file = Read the passphrase of closed files from the first line of a file; - is standard input
help-cli-merge = Merge copies of the file with nothing lost
help-cli-merge-file = The office's file; made when it does not exist
help-cli-merge-others = Files to merge into it
help-cli-merge-dry-run = Show what would come in and write nothing
help-cli-overdue = Who has not reported, and what the office itself owes
help-cli-overdue-period = Periods that end in: 2026-10, 2026-Q3, 2026-H1, 2026, 2026-W41, 2026-11-12..2026-11-18; without it the newest that is over
help-cli-publish = Bring a working copy and the shared file together (network drive, stick, synced folder)
help-cli-publish-file = The working copy on this machine; made from the shared file when it does not exist
help-cli-publish-shared = The shared file; made when it does not exist
help-cli-publish-json = Print one JSON document
help-cli-reports = Submissions, newest first
help-cli-reports-filter = Filter, for example: unit:"Lộc An" from:2026-10-01
help-cli-reports-limit = At most so many rows
help-cli-restore = List backups or put one back
help-cli-restore-backup = The backup to put back; lists them when not said
help-cli-summary = Compose the synthesis of a period
help-cli-summary-period = Period: 2026-10, 2026-Q3, 2026-H1, 2026, 2026-W41, 2026-11-12..2026-11-18
help-cli-summary-outline = The outline, by its name or code; without it the one of the kind of period
help-cli-summary-unit = One place only: a unit and all units below it
help-cli-summary-topic = The topic of a thematic one
help-cli-summary-by = What a new draft is gathered by: topic, issue or unit
help-cli-summary-out = The file to write: .docx, .md or .txt
help-cli-surveys = Survey rounds with their results
help-cli-surveys-round = Only this round: its title, words of it, or its id; without it --out takes the newest
help-cli-surveys-out = Write the round to a file: a report (.docx, .md, .txt) or a workbook (.xlsx)
help-cli-training = Classes and meetings
cli-help-json = Print one JSON document
cli-help-file = The office's file
help-cli-training-paper = The paper to print: plan, decision, speakers, summons, invitation, program, estimate, students, attendance, attendance-by-unit, payments, materials, certificate-list, certificates, results, minutes, conclusion; year is the plan of a year
help-cli-training-ics = A calendar (.ics) for Google Calendar, Outlook or a phone: all classes and meetings that have a day, or the one of --class
help-cli-training-class = The class or meeting: its id or a part of its title; without --paper lists its papers and what they lack
help-cli-training-out = The file to write: .docx, .txt or .md
help-cli-training-year = The year of the plan of a year
help-cli-training-over = Write over a file that is there
help-cli-profile = Layouts of papers: list them, or copy one out to change it
help-cli-profile-name = The layout to copy: dang or nha-nuoc
help-cli-profile-out = Copy into this file instead of the configuration folder
cli-profile-shipped = { $name }: shipped with the program
cli-profile-own = { $name }: your own { $path }
cli-profile-broken = { $name }: your own is broken. { $why }
cli-profile-copied = Copied to { $path }. Change this file; papers printed later use it. Delete it to use the shipped layout again.
cli-profile-copied-elsewhere = Copied to { $path }. To use it, put it into { $folder }.
cli-profile-exists = { $path } is there already and was not written over. Rename or delete it first.
cli-profile-unknown = There is no layout “{ $name }”. Shipped are dang and nha-nuoc.
cli-profile-no-folder = The system names no configuration folder; use --out FILE.
