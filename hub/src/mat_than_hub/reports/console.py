"""Officers read what households report."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from ..answers import view
from ..contract import OFFICER_PROBLEMS, described
from ..dependencies import HubDep
from ..gates import OfficerGate
from ..members.roles import Permission
from ..members.service import Officer
from ..protocol.problems import Problem
from . import service
from .views import ReportDetail, ReportPage, report_detail, report_views

router = APIRouter(prefix="/api", tags=["console"])


@router.get("/reports", **described(answers={200: ReportPage}, problems=OFFICER_PROBLEMS))
async def list_reports(
    _: Annotated[Officer, Depends(OfficerGate(Permission.SEE_REPORTS))],
    hub: HubDep,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
    before: Annotated[int | None, Query(ge=1, le=2**53)] = None,
) -> Response:
    """Reports from the newest on."""
    async with hub.db.read() as session:
        rows, more = await service.newest(session, before, limit)
        return view(ReportPage(await report_views(session, rows), more))


@router.get(
    "/reports/{report_id}",
    **described(answers={200: ReportDetail}, problems=[*OFFICER_PROBLEMS, Problem.NOT_YOURS]),
)
async def read_report(
    _: Annotated[Officer, Depends(OfficerGate(Permission.SEE_REPORTS))], report_id: str, hub: HubDep
) -> Response:
    """One report with its clips."""
    async with hub.db.read() as session:
        return view(await report_detail(session, await service.find(session, report_id)))
