# Every word on the screen. The ids and arguments of both files are compared by a test.
# Years and document numbers are passed as text; numbers passed as numbers are grouped.

### app
app-name = duluan

### screen

### key

### help

### settings

### file

### action

### import

### roster

### training

### inbox

### summary

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
cli-missing-argument = { $argument } is missing
cli-bad-value = "{ $value }" does not fit { $argument }; allowed: { $allowed }
cli-bad-value-free = "{ $value }" does not fit { $argument }
cli-help-help = Print this help
cli-help-version = Print the version
cli-help-lang = Language: vi or en
cli-help-json = Print one JSON document
cli-help-file = The office's file
