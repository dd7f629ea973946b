"""Whether a sealed version still gives the same documents, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sendctl.plan.seals import Seal
from sendctl.report.sealing import Proof
from sendctl.reporters.shown import printable


def proof_text(seal: Seal, proofs: Sequence[Proof], version: str) -> str:
    """Who sealed what when, and each document with its verdict.

    Args:
        seal: what was sealed.
        proofs: each document made again, and each file that was given.
        version: of this program.
    """
    by = f" by {seal.by}" if seal.by else ""
    sealed = f"{seal.name}: sealed on {seal.on.isoformat()}{by}"
    lines = [f"{sealed}, commit {seal.revision[:10]}, sendctl {seal.sendctl}"]
    lines += [f"{'same' if proof.holds else 'DIFFERS':9}{proof.name}" for proof in proofs]
    if seal.sendctl != version and not all(proof.holds for proof in proofs):
        lines.append(f"This is sendctl {version}; use {seal.sendctl} to compare like with like.")
    return "".join(f"{printable(line)}\n" for line in lines)


def proof_json(seal: Seal, proofs: Sequence[Proof], version: str) -> str:
    """One object; keys are only ever added. See `proof_text` for what it is made of."""
    answer = {
        "seal": seal.name,
        "on": seal.on.isoformat(),
        "by": seal.by,
        "revision": seal.revision,
        "sealed_with": seal.sendctl,
        "verified_with": version,
        "holds": all(proof.holds for proof in proofs),
        "documents": [
            {"name": one.name, "sealed": one.sealed or None, "found": one.found, "same": one.holds}
            for one in proofs
        ],
    }
    return json.dumps(answer, indent=2, ensure_ascii=False) + "\n"
