//! Notices when the machine's clock jumps: then nobody is told that they are late until the time has settled (RELIABILITY 5.2).
use jiff::{SignedDuration, Timestamp};

/// More than this between wall and monotonic time since the last beat is a jump.
const JUMP: SignedDuration = SignedDuration::from_secs(60);
/// Beats let pass after a jump.
const BEATS: u8 = 3;

/// Compares how far the wall clock went with how long it really took.
#[derive(Debug)]
pub struct Guard {
    wall: Timestamp,
    ran: SignedDuration,
    wait: u8,
}

impl Guard {
    /// `ran` is how long the program has been running.
    pub fn new(wall: Timestamp, ran: SignedDuration) -> Self {
        Self { wall, ran, wait: 0 }
    }

    /// Whether the time may be trusted at this beat.
    pub fn lets_go(&mut self, wall: Timestamp, ran: SignedDuration) -> bool {
        let jump = wall.duration_since(self.wall).saturating_sub(ran.saturating_sub(self.ran));
        (self.wall, self.ran) = (wall, ran);
        if jump.abs() > JUMP {
            tracing::warn!(
                jump_seconds = jump.as_secs(),
                "the machine's clock jumped; no clock runs out until it has settled"
            );
            self.wait = BEATS;
        }
        let go = self.wait == 0;
        self.wait = self.wait.saturating_sub(1);
        go
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_a_jump_three_beats_pass_before_anybody_is_late() {
        let at = |s: i64| Timestamp::from_second(1_800_000_000 + s).unwrap();
        let ran = SignedDuration::from_secs;
        let mut guard = Guard::new(at(0), ran(0));
        let beats = [(5, 5), (10, 10), (75, 15), (80, 20), (85, 25), (90, 30), (95, 35)];
        let went: Vec<bool> = beats.iter().map(|(wall, mono)| guard.lets_go(at(*wall), ran(*mono))).collect();
        assert_eq!(went, [true, true, true, true, true, true, true], "60 seconds are not a jump");
        let beats = [(200, 40), (205, 45), (210, 50), (215, 55), (90, 60), (95, 65), (100, 70), (105, 75)];
        let went: Vec<bool> = beats.iter().map(|(wall, mono)| guard.lets_go(at(*wall), ran(*mono))).collect();
        assert_eq!(went, [false, false, false, true, false, false, false, true], "forward and back again");
    }

    /// A laptop that slept: both clocks may or may not have gone on; either way nothing is lost, only three beats.
    #[test]
    fn a_beat_that_came_late_is_not_a_jump() {
        let at = |s: i64| Timestamp::from_second(1_800_000_000 + s).unwrap();
        let mut guard = Guard::new(at(0), SignedDuration::ZERO);
        assert!(guard.lets_go(at(600), SignedDuration::from_secs(600)));
    }
}
