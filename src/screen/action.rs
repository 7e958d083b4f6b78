//! Everything a key can ask for. One flat enum for the whole program: a room takes the actions it knows and answers
//! [`Effect::Unused`](super::Effect::Unused) to the others, and the person is told.

use uuid::Uuid;

/// One thing a person asked for. The key table says which key asks for it in which place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    // Moving.
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// One screen up.
    PageUp,
    /// One screen down.
    PageDown,
    /// To the first row.
    Home,
    /// To the last row.
    End,
    /// To the left: a column, a pane, a folded branch.
    Left,
    /// To the right.
    Right,
    /// To the next pane or field.
    NextPane,
    /// To the pane or field before.
    PreviousPane,
    /// Scrolls the preview up.
    ScrollUp,
    /// Scrolls the preview down.
    ScrollDown,

    // Everywhere.
    /// Opens what the cursor is on; accepts a form, a choice, a question.
    Open,
    /// Leaves what is open, without doing it.
    Back,
    /// Looks for words while they are typed.
    Search,
    /// Writes a filter in the filter language.
    Filter,
    /// Chooses a saved view.
    Views,
    /// Marks the row under the cursor and moves on.
    Mark,
    /// Marks all rows of the view, or none when all are.
    MarkAll,
    /// Takes the last action back.
    Undo,
    /// Does again what was taken back.
    Redo,
    /// Leaves the program.
    Quit,
    /// Shows another tab.
    Tab(Tab),
    /// Shows the keys.
    Help,
    /// Gives the text to the person's own editor.
    OwnEditor,
    /// Types Vietnamese by Telex, by VNI, or as the terminal sends it.
    SwitchTyping,
    /// Every command by name.
    Palette,
    /// The commands of the place under headings.
    Menu,
    /// The person's settings.
    Settings,
    /// The keys of every command, to give it another.
    OwnKeys,
    /// Another office's file.
    OpenFile,
    /// Lends the terminal to the shell until it lets the program go on.
    Suspend,
    /// Reads the rows anew; also sent by the program after somebody else changed the file.
    Refresh,
    /// Keeps what is being edited.
    Save,
    /// Keeps it and begins the next one.
    SaveNext,
    /// Forgets the draft that was taken back.
    DropDraft,
    /// Puts “a citizen” for what may tell who somebody is.
    MaskPersonal,
    /// Enters something new.
    New,
    /// Edits what the cursor is on.
    Edit,
    /// Deletes what the cursor is on, after a question.
    Delete,
    /// Another order of the rows.
    Sort,
    /// Which column the rows are put in the order of.
    Order,
    /// Chooses files or a folder for the line with the cursor.
    Browse,
    /// Reads files in.
    Import,
    /// Writes a file out.
    Export,
    /// Copies to the clipboard.
    Copy,
    /// Who changed this, and when.
    History,
    /// Takes the value again that a line of a history wrote.
    Retake,
    /// Takes back the whole action a line of a history belongs to.
    Revert,
    /// What was done since the program was started.
    UndoList,
    /// What waits for a decision since copies were merged.
    Decisions,
    /// Brings another copy of the file in.
    Merge,
    /// The merges done here, to take one back.
    Merges,
    /// Sends a bundle to another office.
    Bundle,
    /// Sent by the program: the same, with what the room in sight has to give out.
    Give(Selection),
    /// Takes in and puts out at the place where colleagues share the file.
    Publish,
    /// Shows what another room asked to be shown.
    Show(Target),
    /// Sent by the program when the room comes into sight or the window has another size: set the heights of lists.
    Resize,
    /// Sent by the program to rooms out of sight after the first frame and after a write: read the count on the tab bar.
    Recount,
    /// Sent by the program while text is being written: keep it as a draft.
    KeepDraft,

    // Inbox.
    /// A decision of triage.
    Triage(Decision),
    /// Gathers items under an issue.
    Issue,
    /// Sets topics.
    Topic,
    /// How far a rumour is verified.
    Verify,
    /// Edits the issue of the item under the cursor.
    EditIssue,
    /// The duties: who reports how often.
    Duties,
    /// The rules that give new items to colleagues.
    Rules,
    /// Writes an answer or orientation.
    Reply,
    /// Splits a report into items.
    Split,
    /// The files kept with a record.
    Files,
    /// The encoding a text is read by.
    Encoding,
    /// What the columns of a table hold.
    Columns,
    /// Makes a stream of the selected sentence.
    MakeStream,
    /// Gives the item to a handler.
    Assign,
    /// Near-duplicates side by side.
    Similar,
    /// Who has not reported.
    Overdue,
    /// The list of those to be reminded.
    Remind,
    /// Somebody need not report for a period.
    Excuse,
    /// Only those who have not reported, or everybody.
    OnlyMissing,
    /// Charts.
    Charts,
    /// Charts of the people or classes a list shows.
    PeopleCharts,
    /// The page of issues.
    Issues,
    /// The page of survey rounds.
    Surveys,
    /// The page of orientations.
    Orientations,
    /// What is told at a giao ban.
    AtBriefing,
    /// An orientation was sent.
    MarkSent,
    /// To whom it goes.
    Recipients,
    /// The record that may be the same as the one being entered.
    Alike,
    /// The whole original.
    Original,

    // Roster.
    /// The unit tree.
    UnitTree,
    /// Units without a collaborator.
    Gaps,
    /// Units that are no more.
    GoneUnits,
    /// Units renamed, merged, split, abolished on a day.
    Reorganise,
    /// Copies phone numbers alone.
    CopyPhone,
    /// Copies address and e-mail alone.
    CopyAddress,
    /// Terms that end soon.
    Expiring,
    /// Ends a collaborator's term.
    EndTerm,
    /// Changes all marked rows at once.
    EditMany,
    /// Duplicates on the roster.
    Duplicates,
    /// The next group a list can be narrowed to.
    NextGroup,

    // Training and meetings.
    /// One month back.
    PreviousMonth,
    /// One month on.
    NextMonth,
    /// To today.
    Today,
    /// Agenda or month grid.
    Grid,
    /// Sessions of a class.
    Sessions,
    /// Participants.
    Participants,
    /// Units of a class: whose names came, who attended.
    Summoned,
    /// Points of the agenda of a meeting.
    AgendaPoints,
    /// A report told at a meeting, put on its agenda.
    Addition,
    /// Attendance.
    Attendance,
    /// People put on the list by a reason.
    Invite,
    /// The preparation list.
    Preparation,
    /// A new one after the pattern of the one under the cursor.
    CopyAsNew,
    /// Papers as Word files.
    Papers,
    /// The year's plan.
    YearPlan,
    /// Goes on with a standing meeting.
    Extend,
    /// The next state (draft, planned, summoned, …).
    Advance,

    // Synthesis.
    /// Chooses the period.
    Period,
    /// Gathers the draft.
    Gather,
    /// The outline column.
    Outline,
    /// The sources column.
    Sources,
    /// The checks.
    Checks,
    /// A source that was changed was looked at, and what cites it stands.
    Stands,
    /// To the sentence that cites the source under the cursor.
    ToSentence,
    /// Inserts the source under the cursor as a citation.
    Insert,
    /// The register of numbers.
    Register,
    /// Puts a table or a chart into the text.
    PlaceExhibit,
    /// What is carried and what is left out.
    SourceTable,
    /// Leaves a source or a check out, with a reason.
    LeaveOut,
    /// Print preview.
    Preview,
    /// What stands around the text: number, date, signer.
    Head,
    /// Adds something below what is under the cursor.
    NewBelow,
    /// Keeps the outline as a template.
    KeepOutline,
    /// The period beside the one before.
    Compare,
    /// Another phrasing of the sentence just inserted.
    Rephrase,
    /// The sentences drafts are written with.
    Phrases,
    /// Submits for approval.
    Submit,
    /// Issues the synthesis.
    IssueSynthesis,

    // Text.
    /// What happened in a text field.
    Input(InputEvent),
    /// Text pasted where no text field is: a list opens a new report filled with it.
    Paste(String),
}

/// A tab of the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tab {
    /// 1, Cộng tác viên.
    Roster,
    /// 2, Bồi dưỡng.
    Training,
    /// 3, Hộp báo cáo: where the day begins.
    #[default]
    Inbox,
    /// 4, Soạn tổng hợp.
    Summary,
}

impl Tab {
    /// The tabs in their order on the bar.
    pub const ALL: [Self; 4] = [Self::Roster, Self::Training, Self::Inbox, Self::Summary];

    /// Position on the bar, from 0.
    pub const fn index(self) -> usize {
        self as usize
    }
}

/// A decision of triage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// Goes into the synthesis.
    Include,
    /// Waits for more.
    Wait,
    /// Set aside, with a reason.
    File,
    /// The same as another.
    Duplicate,
    /// Back to not decided.
    Reopen,
}

/// What another room is asked to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A collaborator's card.
    Collaborator(Uuid),
    /// A unit in the tree.
    Unit(Uuid),
    /// A report with its items.
    Report(Uuid),
    /// An item.
    Item(Uuid),
    /// A class or meeting.
    Class(Uuid),
    /// The form of a report told at this meeting.
    Addition(Uuid),
    /// A synthesis.
    Synthesis(Uuid),
    /// A section of a synthesis.
    Section(Uuid),
    /// An issue.
    Issue(Uuid),
    /// A survey round.
    Survey(Uuid),
    /// An orientation or answer.
    Orientation(Uuid),
    /// A duty; `None` for a new one.
    Duty(Option<Uuid>),
    /// The rows a filter of the filter language finds.
    Filter(String),
}

/// What a room has to give out: what is marked, and what its list shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Items that are marked.
    pub marked: Vec<Uuid>,
    /// The item under the cursor, when none is marked.
    pub current: Option<Uuid>,
    /// The filter its list shows, in the filter language; `None` where that is not told by a filter.
    pub filter: Option<String>,
}

/// What happened in a text field. Events are applied one by one, in the order the keyboard driver sent them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InputEvent {
    /// Typed characters, as they came.
    Insert(String),
    /// Pasted text; a one-line field turns its line ends into blanks.
    Paste(String),
    /// A new line.
    Newline,
    /// Deletes before the cursor.
    Backspace,
    /// Deletes after the cursor.
    Delete,
    /// Deletes the word before the cursor.
    DeleteWord,
    /// One grapheme left.
    Left,
    /// One grapheme right.
    Right,
    /// One line up.
    Up,
    /// One line down.
    Down,
    /// One word left.
    WordLeft,
    /// One word right.
    WordRight,
    /// Start of the line.
    Home,
    /// End of the line.
    End,
    /// Start of the text.
    Top,
    /// End of the text.
    Bottom,
    /// One screen up.
    PageUp,
    /// One screen down.
    PageDown,
    /// Start of the paragraph, then of the one before.
    ParagraphUp,
    /// Start of the next paragraph.
    ParagraphDown,
    /// Moves and selects.
    Extend(Motion),
    /// Selects the whole text.
    SelectAll,
    /// From here on every move selects, until Esc or a change.
    BeginSelection,
    /// Copies the selection.
    Copy,
    /// Takes the selection out and keeps it.
    Cut,
    /// Puts in what was copied or cut last; the program turns it into [`InputEvent::Paste`].
    PasteKept,
    /// Looks for words in this text.
    Find,
    /// Finds what was looked for last once more.
    FindNext,
    /// Another text in place of the whole, as one change: it comes back from the person's own editor.
    Replace(String),
    /// Takes the last change of this text back.
    Undo,
    /// Does it again.
    Redo,
}

/// A way through a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// One letter back.
    Left,
    /// One letter on.
    Right,
    /// One line of the screen up.
    Up,
    /// One line of the screen down.
    Down,
    /// To the begin of the word.
    WordLeft,
    /// To the next word.
    WordRight,
    /// To the begin of the paragraph.
    ParagraphUp,
    /// To the next paragraph.
    ParagraphDown,
    /// To the begin of the line.
    Home,
    /// To the end of the line.
    End,
    /// To the begin of the text.
    Top,
    /// To the end of the text.
    Bottom,
    /// One screen up.
    PageUp,
    /// One screen down.
    PageDown,
}
