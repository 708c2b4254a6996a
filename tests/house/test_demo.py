"""The demo is true: its scenes end as it says, over real SMTP."""

from __future__ import annotations

from gatekeeper.daemon.demo import SCENES, play


def test_each_scene_ends_as_the_demo_says() -> None:
    lines: list[str] = []
    play(lines.append)
    text = "\n".join(lines)
    scenes = text.split("\n\n")[1:]
    assert [scene.split("\n")[0] for scene in scenes[: len(SCENES)]] == [
        f"{number}. {scene.title}" for number, scene in enumerate(SCENES, 1)
    ]
    assert "S: 250 2.0.0" in scenes[0] and "S: 250 2.0.0" in scenes[1]
    assert "550-5.7.1 Not sent: 30 of 36 recipients have never written to you. https://" in scenes[2]
    answers = [line.split("S: ")[1][:3] for line in scenes[3].split("\n") if "S: " in line]
    assert (answers.count("250"), answers[-1]) == (2, "550")
    assert "no sign-up on record for 10 of 16 recipients" in scenes[4]
    assert "Delivered to the next hop: 4 messages" in text
