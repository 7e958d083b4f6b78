//! What the terminal sent becomes actions, a burst at a time.
//!
//! A Vietnamese keyboard driver (UniKey and the like) corrects what it typed: it sends Backspaces and letters that arrive in
//! one read. In a text field they are applied one by one, in order. In a list they would be several commands; there a burst
//! that begins with Backspace is one press of its last letter's base key, when it writes a letter more than it takes back;
//! otherwise the key only gave a mark to letters that have acted already, and it does nothing (`at` and then `s` comes as two
//! Backspaces and `át`: that is no second press of `t`). Eight or more printable keys in one burst in a
//! list are a paste (on Windows every paste comes as keys) and never run commands.

mod keyboard;

use std::collections::VecDeque;

pub use keyboard::Keyboard;

use crate::text::clean_text;

use super::action::{Action, InputEvent, Motion};
use super::keys::{Cursor, Key, Kind, Mouse, OwnKeys, Place, Typed, base_letter};

/// From this many printable keys on, a burst in a list is a paste.
pub const PASTE: usize = 8;

/// One step to take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Do this.
    Act(Action),
    /// A key that means nothing here.
    Nothing(Key),
    /// In a list a keyboard driver made a mark of a key, and nobody can know of which.
    Composed,
    /// Draw for another size.
    Resize,
    /// The window has the keyboard again.
    Focus,
    /// The mouse did something.
    Mouse(Mouse),
}

/// Takes the next step from what is waiting. The place is asked for again at each step, because a step may change it.
///
/// `paste_as_keys`: the terminal does not mark pastes (Windows), so the Enter of a burst in a text field is text.
pub fn next(
    waiting: &mut VecDeque<Typed>,
    place: &Place,
    own: &OwnKeys,
    paste_as_keys: bool,
) -> Option<Step> {
    match waiting.front()? {
        Typed::Resize => {
            waiting.pop_front();
            Some(Step::Resize)
        }
        Typed::Focus => {
            waiting.pop_front();
            Some(Step::Focus)
        }
        Typed::Mouse(mouse) => {
            let mouse = *mouse;
            waiting.pop_front();
            Some(Step::Mouse(mouse))
        }
        Typed::Paste(_) => {
            let Some(Typed::Paste(text)) = waiting.pop_front() else {
                return None;
            };
            Some(Step::Act(if place.is_text() {
                Action::Input(InputEvent::Paste(text))
            } else {
                paste(&text)
            }))
        }
        Typed::Key(_) if place.is_text() => Some(text_step(waiting, place, own, paste_as_keys)),
        Typed::Key(_) => Some(list_step(waiting, place, own)),
    }
}

/// A paste where no field is: NFC, without control characters, as text enters everywhere.
fn paste(text: &str) -> Action {
    Action::Paste(clean_text(text).text)
}

/// The keys at the front that are typing, in order.
fn run(waiting: &VecDeque<Typed>, typing: fn(Key) -> bool) -> Vec<Key> {
    waiting
        .iter()
        .map_while(|typed| match typed {
            Typed::Key(key) if typing(*key) => Some(*key),
            _ => None,
        })
        .collect()
}

fn text_of(keys: &[Key]) -> String {
    keys.iter()
        .filter_map(|key| match key {
            Key::Char(letter) => Some(*letter),
            Key::Enter => Some('\n'),
            Key::Tab => Some('\t'),
            _ => None,
        })
        .collect()
}

fn letters(keys: &[Key]) -> usize {
    keys.iter().filter(|key| matches!(key, Key::Char(_))).count()
}

fn list_step(waiting: &mut VecDeque<Typed>, place: &Place, own: &OwnKeys) -> Step {
    let composed = run(waiting, |key| matches!(key, Key::Char(_) | Key::Backspace));
    if composed.first() == Some(&Key::Backspace) {
        let letters = letters(&composed);
        if let Some(letter) = composed.iter().rev().find_map(|key| match key {
            Key::Char(letter) => Some(*letter),
            _ => None,
        }) {
            waiting.drain(..composed.len());
            // No letter more than before: the key gave a mark to a letter that was pressed and has acted already.
            if composed.len() - letters >= letters {
                return Step::Composed;
            }
            return press(place, own, Key::Char(doubled(&composed).unwrap_or_else(|| base_letter(letter))));
        }
    } else {
        let pasted = run(waiting, |key| matches!(key, Key::Char(_) | Key::Enter | Key::Tab));
        // A key held down repeats; over a slow line the repetitions arrive together.
        let held = pasted.iter().all(|key| Some(key) == pasted.first());
        if letters(&pasted) >= PASTE && !held {
            waiting.drain(..pasted.len());
            return Step::Act(paste(&text_of(&pasted)));
        }
    }
    match waiting.pop_front() {
        Some(Typed::Key(key)) => press(place, own, key),
        _ => Step::Resize,
    }
}

/// With "quick Telex" EVKey and OpenKey make `th` of a second `t` (`cc` ch, `gg` gi, `kk` kh, `nn` ng, `pp` ph, `qq` qu): one
/// Backspace and both letters. In a list that is the first key pressed again, not the letter that was added.
fn doubled(composed: &[Key]) -> Option<char> {
    let [Key::Backspace, Key::Char(first), Key::Char(second)] = composed else {
        return None;
    };
    let pair = (first.to_ascii_lowercase(), second.to_ascii_lowercase());
    let quick = [('c', 'h'), ('g', 'i'), ('k', 'h'), ('n', 'g'), ('p', 'h'), ('q', 'u'), ('t', 'h')];
    quick.contains(&pair).then_some(pair.0)
}

fn text_step(waiting: &mut VecDeque<Typed>, place: &Place, own: &OwnKeys, paste_as_keys: bool) -> Step {
    if paste_as_keys {
        let pasted = run(waiting, |key| matches!(key, Key::Char(_) | Key::Enter | Key::Tab));
        if letters(&pasted) >= PASTE && letters(&pasted) < pasted.len() {
            waiting.drain(..pasted.len());
            return Step::Act(Action::Input(InputEvent::Paste(text_of(&pasted))));
        }
    }
    let typed = run(waiting, |key| matches!(key, Key::Char(_)));
    if !typed.is_empty() {
        waiting.drain(..typed.len());
        return Step::Act(Action::Input(InputEvent::Insert(text_of(&typed))));
    }
    let Some(Typed::Key(key)) = waiting.pop_front() else {
        return Step::Resize;
    };
    let of_the_place = place.rows.iter().any(|row| own.keys(place, row).contains(&key));
    // Where nothing can be selected, Shift changes nothing.
    let event = edit(key, place.kind).or_else(|| edit(key.small()?, place.kind));
    if let Some(event) = event.filter(|_| !of_the_place) {
        return Step::Act(Action::Input(event));
    }
    press(place, own, key)
}

fn press(place: &Place, own: &OwnKeys, key: Key) -> Step {
    own.find(place, key).map_or(Step::Nothing(key), |row| Step::Act(row.action.clone()))
}

/// What a key does to a text.
fn edit(key: Key, kind: Kind) -> Option<InputEvent> {
    Some(match key {
        Key::Backspace => InputEvent::Backspace,
        Key::Delete => InputEvent::Delete,
        Key::Left => InputEvent::Left,
        Key::Right => InputEvent::Right,
        Key::CtrlLeft => InputEvent::WordLeft,
        Key::CtrlRight => InputEvent::WordRight,
        Key::Home => InputEvent::Home,
        Key::End => InputEvent::End,
        Key::Ctrl('w') => InputEvent::DeleteWord,
        Key::Ctrl('z') => InputEvent::Undo,
        Key::Ctrl('y') => InputEvent::Redo,
        Key::Ctrl('v') => InputEvent::PasteKept,
        Key::Shift(cursor) if kind == Kind::Text || is_within_line(cursor) => {
            InputEvent::Extend(motion(cursor))
        }
        _ if kind != Kind::Text => return None,
        Key::Enter => InputEvent::Newline,
        Key::Up => InputEvent::Up,
        Key::Down => InputEvent::Down,
        Key::PageUp => InputEvent::PageUp,
        Key::PageDown => InputEvent::PageDown,
        Key::CtrlHome => InputEvent::Top,
        Key::CtrlEnd => InputEvent::Bottom,
        Key::CtrlUp => InputEvent::ParagraphUp,
        Key::CtrlDown => InputEvent::ParagraphDown,
        _ => return None,
    })
}

fn is_within_line(cursor: Cursor) -> bool {
    use Cursor::{CtrlLeft, CtrlRight, End, Home, Left, Right};
    matches!(cursor, Left | Right | CtrlLeft | CtrlRight | Home | End)
}

fn motion(cursor: Cursor) -> Motion {
    match cursor {
        Cursor::Up => Motion::Up,
        Cursor::Down => Motion::Down,
        Cursor::Left => Motion::Left,
        Cursor::Right => Motion::Right,
        Cursor::CtrlUp => Motion::ParagraphUp,
        Cursor::CtrlDown => Motion::ParagraphDown,
        Cursor::CtrlLeft => Motion::WordLeft,
        Cursor::CtrlRight => Motion::WordRight,
        Cursor::Home => Motion::Home,
        Cursor::End => Motion::End,
        Cursor::CtrlHome => Motion::Top,
        Cursor::CtrlEnd => Motion::Bottom,
        Cursor::PageUp => Motion::PageUp,
        Cursor::PageDown => Motion::PageDown,
    }
}

#[cfg(test)]
mod tests {
    use super::super::action::{Decision, Tab};
    use super::super::keys::{Row, inbox, row};
    use super::*;
    use crate::words::Words;

    static EDITOR: Place = Place::text("test-editor", Words::key_place_prompt, &[] as &[Row]);
    static MARKING_ROWS: &[Row] = &[row(&[Key::Left], Action::Mark, Words::key_mark, Words::help_mark, 0)];
    static MARKING: Place = Place::line("test-marking", Words::key_place_prompt, MARKING_ROWS);

    fn steps(keys: &[Key], place: &Place, paste_as_keys: bool) -> Vec<Step> {
        let mut waiting: VecDeque<Typed> = keys.iter().copied().map(Typed::Key).collect();
        std::iter::from_fn(|| next(&mut waiting, place, &OwnKeys::default(), paste_as_keys)).collect()
    }

    fn chars(text: &str) -> Vec<Key> {
        text.chars()
            .map(|letter| match letter {
                '\u{8}' => Key::Backspace,
                '\n' => Key::Enter,
                letter => Key::Char(letter),
            })
            .collect()
    }

    fn insert(text: &str) -> Step {
        Step::Act(Action::Input(InputEvent::Insert(text.to_owned())))
    }

    const BACKSPACE: Step = Step::Act(Action::Input(InputEvent::Backspace));

    #[test]
    fn a_corrected_syllable_is_applied_in_order_in_a_text_field() {
        assert_eq!(
            steps(&chars("vie\u{8}êt\u{8}\u{8}ệt"), &inbox::SEARCH, false),
            [insert("vie"), BACKSPACE, insert("êt"), BACKSPACE, BACKSPACE, insert("ệt")]
        );
    }

    #[test]
    fn a_correction_in_a_list_is_one_press_of_its_base_key() {
        // A vowel was pressed by mistake; with the t the driver moves its tone. One press of t, no Backspace, nothing for a.
        let include = Step::Act(Action::Triage(Decision::Include));
        assert_eq!(steps(&chars("\u{8}át"), &inbox::QUEUE, false), [include]);
        // Only a mark: the t has acted already.
        assert_eq!(steps(&chars("\u{8}\u{8}át"), &inbox::QUEUE, false), [Step::Composed]);
        assert_eq!(steps(&chars("\u{8}đ"), &inbox::QUEUE, false), [Step::Composed]);
        assert_eq!(steps(&chars("\u{8}"), &inbox::QUEUE, false), [Step::Nothing(Key::Backspace)]);
    }

    #[test]
    fn a_quick_pair_of_letters_is_its_first_key_again() {
        for (pair, key) in
            [("\u{8}th", 't'), ("\u{8}Ng", 'n'), ("\u{8}gi", 'g'), ("\u{8}ch", 'c'), ("\u{8}ph", 'p')]
        {
            let action = inbox::QUEUE.find(Key::Char(key)).map(|row| Step::Act(row.action.clone()));
            assert_eq!(steps(&chars(pair), &inbox::QUEUE, false), [action.unwrap()], "{pair}");
        }
        // A tone taken back by its key pressed twice: that key.
        let split = inbox::QUEUE.find(Key::Char('s')).map(|row| Step::Act(row.action.clone()));
        assert_eq!(steps(&chars("\u{8}as"), &inbox::QUEUE, false), [split.unwrap()]);
    }

    #[test]
    fn a_paste_is_cleaned_on_its_way() {
        let mut waiting =
            VecDeque::from([Typed::Paste("Tho\u{302}n 3\r\nm\u{1b}[31mất\u{202e} nước".to_owned())]);
        let cleaned = Action::Paste("Thôn 3\nmất nước".to_owned());
        assert_eq!(next(&mut waiting, &inbox::QUEUE, &OwnKeys::default(), false), Some(Step::Act(cleaned)));
    }

    #[test]
    fn eight_letters_in_a_list_are_a_paste_and_seven_are_keys() {
        assert_eq!(
            steps(&chars("Thôn 3:\nmất nước"), &inbox::QUEUE, false),
            [Step::Act(Action::Paste("Thôn 3:\nmất nước".to_owned()))]
        );
        assert_eq!(steps(&chars("tjtjtjt"), &inbox::QUEUE, false).len(), 7);
    }

    #[test]
    fn a_key_held_down_is_no_paste() {
        assert_eq!(steps(&chars("jjjjjjjjjjjj"), &inbox::QUEUE, false), vec![Step::Act(Action::Down); 12]);
    }

    #[test]
    fn a_marked_paste_goes_where_the_keys_go() {
        let mut waiting = VecDeque::from([Typed::Paste("ba".to_owned())]);
        assert_eq!(
            next(&mut waiting, &inbox::QUEUE, &OwnKeys::default(), false),
            Some(Step::Act(Action::Paste("ba".to_owned())))
        );
        let mut waiting = VecDeque::from([Typed::Paste("ba".to_owned())]);
        assert_eq!(
            next(&mut waiting, &inbox::SEARCH, &OwnKeys::default(), false),
            Some(Step::Act(Action::Input(InputEvent::Paste("ba".to_owned()))))
        );
    }

    #[test]
    fn the_enter_of_a_paste_that_came_as_keys_submits_nothing() {
        let pasted = chars("Nguyễn Thị\nHương");
        assert_eq!(
            steps(&pasted, &inbox::SEARCH, true),
            [Step::Act(Action::Input(InputEvent::Paste("Nguyễn Thị\nHương".to_owned())))]
        );
        assert_eq!(
            steps(&chars("nt huong\n"), &inbox::SEARCH, false),
            [insert("nt huong"), Step::Act(Action::Open)]
        );
    }

    #[test]
    fn digits_switch_tabs_in_a_list_and_are_text_in_a_field() {
        assert_eq!(steps(&chars("1"), &inbox::QUEUE, false), [Step::Act(Action::Tab(Tab::Roster))]);
        assert_eq!(steps(&chars("1"), &inbox::SEARCH, false), [insert("1")]);
    }

    #[test]
    fn the_cursor_keys_belong_to_the_text_unless_the_place_wants_them() {
        assert_eq!(steps(&[Key::Up], &inbox::SEARCH, false), [Step::Act(Action::Up)]);
        assert_eq!(steps(&[Key::Up], &EDITOR, false), [Step::Act(Action::Input(InputEvent::Up))]);
        assert_eq!(steps(&[Key::Left], &inbox::SEARCH, false), [Step::Act(Action::Input(InputEvent::Left))]);
        assert_eq!(steps(&[Key::Left], &MARKING, false), [Step::Act(Action::Mark)]);
        assert_eq!(steps(&[Key::Ctrl('z')], &EDITOR, false), [Step::Act(Action::Input(InputEvent::Undo))]);
        assert_eq!(steps(&[Key::Ctrl('z')], &inbox::QUEUE, false), [Step::Act(Action::Undo)]);
        let select = Key::Shift(Cursor::Left);
        assert_eq!(
            steps(&[select], &EDITOR, false),
            [Step::Act(Action::Input(InputEvent::Extend(Motion::Left)))]
        );
        assert_eq!(
            steps(&[select], &inbox::SEARCH, false),
            [Step::Act(Action::Input(InputEvent::Extend(Motion::Left)))]
        );
        assert_eq!(steps(&[Key::Shift(Cursor::Up)], &inbox::SEARCH, false), [Step::Act(Action::Up)]);
        assert_eq!(steps(&[Key::Shift(Cursor::Up)], &inbox::QUEUE, false), [Step::Act(Action::Up)]);
    }
}
