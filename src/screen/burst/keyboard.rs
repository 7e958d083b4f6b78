//! The keyboard between the terminal and the rooms: what is waiting, the built-in Telex and VNI, and what keyboard drivers
//! send that is no text.

use std::collections::VecDeque;

use ratatui::crossterm::event::Event;

use super::{PASTE, Step, next};
use crate::screen::action::{Action, InputEvent};
use crate::screen::keys::{Key, OwnKeys, Place, Typed, typed};
use crate::text::typing::{Correction, Method, Typing};

/// Characters nobody types. OpenKey and EVKey write one and take it back with one Backspace more, so that a suggestion of
/// the program under them goes away.
const GHOSTS: [char; 4] = ['\u{200b}', '\u{200c}', '\u{202f}', '\u{feff}'];

/// What was typed and not taken yet.
#[derive(Debug, Default)]
pub struct Keyboard {
    waiting: VecDeque<Typed>,
    /// Steps the built-in typing made of one key.
    ready: VecDeque<Step>,
    typing: Option<Typing>,
    /// The person's own keys.
    own: OwnKeys,
    /// The field whose word is being typed.
    place: &'static str,
    /// Characters of a driver that its next Backspaces take back.
    ghosts: usize,
}

impl Keyboard {
    /// Types by `method` from now on; `None` leaves the letters as the terminal sends them.
    pub fn set_method(&mut self, method: Option<Method>) {
        if self.method() != method {
            self.typing = method.map(Typing::new);
        }
    }

    /// How Vietnamese is typed.
    pub fn method(&self) -> Option<Method> {
        self.typing.as_ref().map(Typing::method)
    }

    /// The person's own keys from now on.
    pub fn set_own_keys(&mut self, own: OwnKeys) {
        self.own = own;
    }

    /// Takes what the terminal sent.
    pub fn take(&mut self, events: &[Event]) {
        let mut sent = VecDeque::new();
        for event in events {
            typed(event, &mut sent);
        }
        for typed in sent {
            match typed {
                Typed::Key(Key::Char(ghost)) if GHOSTS.contains(&ghost) => self.ghosts += 1,
                Typed::Key(Key::Backspace) if self.ghosts > 0 => self.ghosts -= 1,
                typed => {
                    self.ghosts = 0;
                    self.waiting.push_back(typed);
                }
            }
        }
    }

    /// True when somebody did something; a window of another size is nobody's doing.
    pub fn was_used(&self) -> bool {
        self.waiting.iter().any(|typed| !matches!(typed, Typed::Resize))
    }

    /// The next step; the place is asked for again at each, because a step may change it.
    pub fn next(&mut self, place: &Place, paste_as_keys: bool) -> Option<Step> {
        if self.place != place.name {
            self.place = place.name;
            self.ready.clear();
            self.typing.iter_mut().for_each(Typing::leave);
        }
        loop {
            if let Some(step) = self.ready.pop_front() {
                return Some(step);
            }
            let step = next(&mut self.waiting, place, &self.own, paste_as_keys)?;
            let Some(typing) = self.typing.as_mut().filter(|_| place.is_text()) else {
                return Some(step);
            };
            compose(typing, step, &mut self.ready);
        }
    }
}

/// Puts into `ready` what a keyboard driver would make of a step in a text field.
fn compose(typing: &mut Typing, step: Step, ready: &mut VecDeque<Step>) {
    match step {
        // So much at once is a paste or another program's typing.
        Step::Act(Action::Input(InputEvent::Insert(text))) if text.chars().nth(PASTE - 1).is_none() => {
            for key in text.chars() {
                write(&typing.key(key), ready);
            }
        }
        Step::Act(Action::Input(InputEvent::Backspace)) => write(&typing.backspace(), ready),
        Step::Act(Action::Back) => {
            if let Some(correction) = typing.restore() {
                write(&correction, ready);
            } else {
                typing.leave();
                ready.push_back(step);
            }
        }
        Step::Resize => ready.push_back(step),
        _ => {
            if let Some(correction) = typing.finish() {
                write(&correction, ready);
            }
            ready.push_back(step);
        }
    }
}

fn write(correction: &Correction, ready: &mut VecDeque<Step>) {
    let input = |event| Step::Act(Action::Input(event));
    ready.extend(std::iter::repeat_with(|| input(InputEvent::Backspace)).take(correction.back));
    if !correction.text.is_empty() {
        ready.push_back(input(InputEvent::Insert(correction.text.clone())));
    }
}

#[cfg(test)]
mod tests {
    use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

    use super::*;
    use crate::screen::input::Input;
    use crate::screen::keys::{Row, inbox};
    use crate::words::Words;

    static EDITOR: Place = Place::text("test-keyboard", Words::key_place_prompt, &[] as &[Row]);

    fn event(letter: char) -> Event {
        let code = match letter {
            '\u{8}' => KeyCode::Backspace,
            '\u{1b}' => KeyCode::Esc,
            '\n' => KeyCode::Enter,
            letter => KeyCode::Char(letter),
        };
        Event::Key(KeyEvent::new(code, KeyModifiers::NONE))
    }

    /// Every key by itself; what stands in the field, and how often it was left by Esc.
    fn typed_by(method: Option<Method>, keys: &str, place: &Place) -> (String, usize) {
        let mut keyboard = Keyboard::default();
        keyboard.set_method(method);
        let mut field = Input::default();
        let mut left = 0;
        for letter in keys.chars() {
            keyboard.take(&[event(letter)]);
            while let Some(step) = keyboard.next(place, false) {
                match step {
                    Step::Act(Action::Input(event)) => drop(field.apply(&event)),
                    Step::Act(Action::Back) => left += 1,
                    _ => {}
                }
            }
        }
        (field.text().to_owned(), left)
    }

    #[test]
    fn a_field_takes_telex_and_vni_when_they_are_on() {
        let telex = typed_by(Some(Method::Telex), "Nguyeenx Thij Huowng", &inbox::SEARCH);
        assert_eq!(telex, ("Nguyễn Thị Hương".to_owned(), 0));
        let vni = typed_by(Some(Method::Vni), "Nguye6n4 Thi5 Hu7o7ng", &inbox::SEARCH);
        assert_eq!(vni.0, "Nguyễn Thị Hương");
        assert_eq!(typed_by(None, "Nguyeenx", &inbox::SEARCH).0, "Nguyeenx");
    }

    #[test]
    fn esc_gives_the_keys_back_and_then_leaves() {
        let field = typed_by(Some(Method::Telex), "vieejt\u{1b}", &inbox::SEARCH);
        assert_eq!(field, ("vieejt".to_owned(), 0));
        assert_eq!(typed_by(Some(Method::Telex), "vieejt\u{1b}\u{1b}", &inbox::SEARCH).1, 1);
        assert_eq!(typed_by(Some(Method::Telex), "thoon \u{1b}", &inbox::SEARCH).1, 1);
        assert_eq!(typed_by(Some(Method::Telex), "nam\u{1b}", &inbox::SEARCH).1, 1);
    }

    #[test]
    fn enter_ends_the_word_before_it_does_anything() {
        let mut keyboard = Keyboard::default();
        keyboard.set_method(Some(Method::Telex));
        keyboard.take(&"user\n".chars().map(event).collect::<Vec<_>>());
        let mut steps = std::iter::from_fn(|| keyboard.next(&inbox::SEARCH, false)).collect::<Vec<_>>();
        assert_eq!(steps.pop(), Some(Step::Act(Action::Open)));
        assert_eq!(steps.pop(), Some(Step::Act(Action::Input(InputEvent::Insert("user".to_owned())))));
    }

    #[test]
    fn a_word_does_not_go_on_in_another_field() {
        let mut keyboard = Keyboard::default();
        keyboard.set_method(Some(Method::Telex));
        keyboard.take(&[event('a')]);
        assert!(keyboard.next(&inbox::SEARCH, false).is_some());
        keyboard.take(&[event('s')]);
        assert_eq!(
            keyboard.next(&EDITOR, false),
            Some(Step::Act(Action::Input(InputEvent::Insert("s".to_owned()))))
        );
    }

    #[test]
    fn what_comes_at_once_is_not_composed() {
        let mut keyboard = Keyboard::default();
        keyboard.set_method(Some(Method::Telex));
        keyboard.take(&"mass access".chars().map(event).collect::<Vec<_>>());
        assert_eq!(
            keyboard.next(&inbox::SEARCH, false),
            Some(Step::Act(Action::Input(InputEvent::Insert("mass access".to_owned()))))
        );
    }

    #[test]
    fn a_drivers_ghost_goes_with_its_own_backspace_even_in_another_read() {
        for ghost in GHOSTS {
            let mut keyboard = Keyboard::default();
            let mut field = Input::new("vie");
            for burst in [vec![event(ghost)], vec![event('\u{8}'), event('\u{8}'), event('ê'), event('t')]] {
                keyboard.take(&burst);
                while let Some(Step::Act(Action::Input(event))) = keyboard.next(&inbox::SEARCH, false) {
                    field.apply(&event);
                }
            }
            assert_eq!(field.text(), "viêt");
        }
    }

    #[test]
    fn a_list_gets_no_composed_letters() {
        let mut keyboard = Keyboard::default();
        keyboard.set_method(Some(Method::Telex));
        keyboard.take(&"jj".chars().map(event).collect::<Vec<_>>());
        let steps: Vec<Step> = std::iter::from_fn(|| keyboard.next(&inbox::QUEUE, false)).collect();
        assert_eq!(steps, [Step::Act(Action::Down), Step::Act(Action::Down)]);
    }
}
