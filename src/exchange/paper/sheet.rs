//! The sheet of a paper: a profile's page, upright or lying across, with what the widths of its columns become there.

use super::{Paper, Profile};

/// The sheet a paper is printed on. Lengths are millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sheet {
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
    /// Width of the text.
    pub text_width: f32,
    /// Height of the text.
    pub text_height: f32,
    /// What the widths of the profile's columns are multiplied by: 1 on an upright sheet.
    pub scale: f32,
}

impl Sheet {
    /// The sheet of a paper. Lying across, the margins stay where they are.
    pub fn of(paper: &Paper, profile: &Profile) -> Self {
        let page = &profile.page;
        let (width, height) =
            if paper.landscape { (page.height, page.width) } else { (page.width, page.height) };
        let text_width = width - page.left - page.right;
        Self {
            width,
            height,
            text_width,
            text_height: height - page.top - page.bottom,
            scale: text_width / page.text_width(),
        }
    }

    /// Widths of the two columns of the head.
    pub fn head(&self, profile: &Profile) -> [f32; 2] {
        [profile.head.left_width * self.scale, profile.head.right_width * self.scale]
    }

    /// Widths of the two columns of the signatures.
    pub fn signature(&self, profile: &Profile) -> [f32; 2] {
        [profile.signature.left_width * self.scale, profile.signature.right_width * self.scale]
    }
}
