@echo off
rem Start Attune Trainer and open it in the browser, by a double click.
cd /d "%~dp0"
set "PYTHON=py -3"
%PYTHON% -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>&1
if not errorlevel 1 goto found
set "PYTHON=python"
%PYTHON% -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>&1
if not errorlevel 1 goto found
echo Attune Trainer needs Python 3.11 or newer, and there is none on this computer.
echo Get it from https://www.python.org/downloads/ and start again.
goto wait

:found
if exist .venv\Scripts\python.exe goto made
echo Making .venv, once.
%PYTHON% -m venv .venv
if errorlevel 1 goto wait

:made
fc .venv\installed-requirements.txt requirements.txt >nul 2>&1
if not errorlevel 1 goto run
echo Installing what requirements.txt lists. The first time takes a minute or so.
.venv\Scripts\python -m pip install --quiet --disable-pip-version-check -r requirements.txt
if errorlevel 1 goto wait
copy /y requirements.txt .venv\installed-requirements.txt >nul

:run
.venv\Scripts\python -m attune_trainer run --open
if not errorlevel 1 exit /b 0

:wait
pause
exit /b 1
