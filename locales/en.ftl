# Every word on the screen. The ids and arguments of both files are compared by a test.
# Years and document numbers are passed as text; numbers passed as numbers are grouped.

### app
app-name = duluan

### screen
screen-nothing-here = Nothing here yet. F1: the keys

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
key-cancel = cancel
key-confirm = do it
key-close = close
key-mark = mark
key-next-pane = next pane
key-previous-pane = previous pane
key-save = save
key-undo = undo
key-redo = redo
key-refresh = refresh
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
help-confirm = Do what the question says
help-close = Close this page
help-mark = Mark, to do something with many at once
help-next-pane = To the next field or pane
help-previous-pane = To the field or pane before
help-save = Keep what is being written
help-undo = Take the last action back; in a text field: the last typing
help-redo = Do again what was taken back
help-refresh = Read the file again
help-palette = Find and run any command by name
help-help = The keys that work here
help-quit = Leave the program; all changes are in the file
help-search = Find by words, accents optional
help-include = Take the item into the synthesis
help-tab = Show this tab

### settings

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

### action

### import

### roster

### training

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
help-intake = Bring reports in from files
help-reply = Reply or orientation
help-split = Split an item

### summary
summary-bad-period = "{ $typed }" is no period. Write it like: 2026-10, 10/2026, 2026-Q3, 2026-H1, 2026-W41, 12/11-18/11/2026
summary-bad-format = "{ $path }" was not written: its name must end in .docx, .md or .txt. Nothing was written.
summary-nothing-to-print = The synthesis has no text to print: nothing of this period was let in.
summary-nothing-gathered = Nothing in this period.
summary-placeholders = Not printed: places are still to be filled in: { $left }. Fill them in or take them out, then print again.
summary-not-written = { $path } was not written: { $reason }. The synthesis is still in the file. If Word has it open, close it and try again.
summary-not-printed = The synthesis was not printed: { $reason }. It is still in the file.
summary-written = Written to { $path }
summary-checks-count = Checks: { $n }
summary-state-drafting = drafting
summary-state-submitted = submitted
summary-state-issued = issued
summary-check-nothing-decided = nothing was let into the synthesis yet; the draft took { $n } matters not decided about
summary-check-untriaged = { $n } matters of the period not decided about
summary-check-hot-spot = "{ $title }" is not mentioned
summary-check-items = { $n } matters let in are not used
summary-check-streams = { $n } strong streams left out
summary-check-minority = { $n } minority streams left out
summary-check-rumour = unverified rumour told as an opinion: { $sentence }
summary-check-majority = "most people" rests on one report: { $sentence }
summary-check-forecast = no forecast
summary-check-recommendation = no recommendation

### demo

### cli
cli-rows = { $n ->
    [one] { $n } row
   *[other] { $n } rows
}
cli-no-file = There is no file { $path }. Check the name, or make a demonstration office with: duluan demo { $path }
cli-nothing-found = Nothing found.
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
help-cli-import-dry-run = Show what would be made and write nothing
help-cli-info = About the office's file
help-cli-items = Matters, newest first
help-cli-items-filter = Filter, for example: triage:new from:2026-10-01
help-cli-items-limit = At most so many rows
help-cli-merge = Merge copies of the file with nothing lost
help-cli-merge-file = The office's file; made when it does not exist
help-cli-merge-others = Files to merge into it
help-cli-merge-dry-run = Show what would come in and write nothing
help-cli-reports = Submissions, newest first
help-cli-reports-filter = Filter, for example: unit:"Lộc An" from:2026-10-01
help-cli-reports-limit = At most so many rows
help-cli-restore = List backups or put one back
help-cli-restore-backup = The backup to put back; lists them when not said
help-cli-summary = Compose the synthesis of a period
help-cli-summary-period = Period: 2026-10, 2026-Q3, 2026-H1, 2026, 2026-W41, 2026-11-12..2026-11-18
help-cli-summary-out = The file to write: .docx, .md or .txt
help-cli-training = Classes and meetings
cli-help-json = Print one JSON document
cli-help-file = The office's file
