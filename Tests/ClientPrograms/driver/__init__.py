"""The parts of check: builds, the stage that programs run on, and the scenes."""
