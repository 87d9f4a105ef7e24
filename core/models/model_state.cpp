#include "models/model_state.h"
